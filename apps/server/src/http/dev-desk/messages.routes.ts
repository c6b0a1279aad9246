import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isoShanghai } from '@hearth/kernel/dates'
import { Type } from 'typebox'
import type { Message, SmsSimulator } from '../../simulators/sms/index.ts'

const open = { access: 'open' } as const
const Filter = Type.Object({ to: Type.Optional(Type.String({ maxLength: 100 })) })
const Down = Type.Object({ down: Type.Boolean() })

/** What was "sent" to people, and the company's bad days. */
export const messageRoutes: FastifyPluginAsyncTypebox<{ sms: SmsSimulator }> = async (app, { sms }) => {
  app.get('/messages/', { config: open, schema: { querystring: Filter } }, async (request) => {
    const messages = await sms.desk.messages(request.query.to || undefined)
    return messages.map(toMessageView)
  })

  app.post('/messages/down/', { config: open, schema: { body: Down } }, async (request) => {
    await sms.desk.setDown(request.body.down)
    return { down: request.body.down }
  })
}

function toMessageView({ id, channel, to, text, code, createdAt }: Message) {
  return { id, channel, to, text, code, created_at: isoShanghai(createdAt) }
}
