import { Type } from 'typebox'
import { Instant, oneOf } from './shared.ts'

const service = Type.Object({
  status: oneOf(['healthy', 'unhealthy']),
  response_time_ms: Type.Optional(Type.Number()),
  error: Type.Optional(Type.String()),
})
/** A-104 / E-01; 200 when everything is healthy, else 503. */
export const HealthView = Type.Object({
  success: Type.Boolean(),
  code: Type.Integer(),
  message: Type.String(),
  data: Type.Object({
    status: oneOf(['healthy', 'unhealthy']),
    timestamp: Instant,
    services: Type.Object({ database: service, cache: service }),
  }),
})
