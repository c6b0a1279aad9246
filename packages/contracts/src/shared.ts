import { Type } from 'typebox'
import type { Static, TSchema } from 'typebox'

/** A choice of words as one schema (a union of literals would become `anyOf` in OpenAPI). */
export function oneOf<const T extends readonly string[]>(words: T, description?: string) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...(description ? { description } : {}) })
}

/** The schema or null; OpenAPI 3.1 says it with a list of types. */
export function orNull<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
/** Yuan as a decimal string with two places; fen inside. */
export const Money = Type.String({ pattern: '^-?\\d{1,12}\\.\\d{2}$', description: 'Yuan with two places, e.g. "4299.00"' })
/** ISO-8601 with offset, Asia/Shanghai. */
export const Instant = Type.String({ description: 'ISO-8601 with offset, e.g. 2026-11-20T14:05:09.000+08:00' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Calendar day in Asia/Shanghai' })
export const IdPath = Type.Object({ id: Type.String({ pattern: '^\\d{1,15}$' }) })

/** Query of every paged list; `page_size` above 100 is capped, a page past the end is empty. */
export const pageQuery = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1 })),
  page_size: Type.Optional(Type.Integer({ minimum: 1, default: 20, description: 'At most 100; more is capped' })),
}

/** The page object of contract §0.3. */
export function PageOf<T extends TSchema>(item: T) {
  return Type.Object({
    results: Type.Array(item),
    total: Type.Integer(),
    page: Type.Integer(),
    total_pages: Type.Integer(),
    has_next: Type.Boolean(),
    has_previous: Type.Boolean(),
    count: Type.Integer(),
    next: orNull(Type.String()),
    previous: orNull(Type.String()),
  })
}

/** `Idempotency-Key`: scope user and route, kept 24 hours; the same key with another body is refused with 409. */
export const IdempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})

export const ErrorEnvelope = Type.Object({
  success: Type.Literal(false),
  code: Type.Integer({ description: 'The HTTP status' }),
  message: Type.String(),
  detail: Type.String({ description: 'The same as message' }),
  error_code: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  errors: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
})
export type ErrorEnvelope = Static<typeof ErrorEnvelope>

/** Errors of the lifecycle family keep their own shape (contract §1.2). */
export const LifecycleError = Type.Object({
  status: Type.Literal('error'),
  message: Type.String(),
  error_code: Type.String(),
  errors: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
  facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})
export type LifecycleError = Static<typeof LifecycleError>

/** Success of the lifecycle family: `{ status, data }`, lists with `pagination`. */
export function Lifecycle<T extends TSchema>(data: T) {
  return Type.Object({ status: Type.Literal('success'), data })
}
export function LifecycleList<T extends TSchema>(item: T) {
  return Type.Object({
    status: Type.Literal('success'),
    data: Type.Array(item),
    pagination: Type.Object({
      count: Type.Integer(),
      page: Type.Integer(),
      page_size: Type.Integer(),
      total_pages: Type.Integer(),
      next: orNull(Type.String()),
      previous: orNull(Type.String()),
    }),
  })
}
