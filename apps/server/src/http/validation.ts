import type { FastifySchemaCompiler } from 'fastify'
import { Compile } from 'typebox/compile'
import type { Static, TSchema } from 'typebox'

/** Marks a body that came as a form, whose values are all text. */
export const formBody = Symbol('form body')

const TRUE = /^(true|1|yes|y|on|t)$/i
const FALSE = /^(false|0|no|n|off|f)$/i

/** One rule that a field broke, in the words of JSON Schema. */
export type Complaint = { field: string; keyword: string; params: Record<string, unknown> }

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; enum?: unknown[] }

/**
 * Checks requests against their TypeBox shape. Text becomes numbers and booleans in forms, queries and paths only; in
 * JSON a string is no number (contract, decision 38). What breaks a rule is an Error with `complaints`.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const shape = Compile(schema)
  return (given: unknown) => {
    const isText = httpPart !== 'body' || (typeof given === 'object' && given !== null && formBody in given)
    const value = isText ? readText(schema as Schema, given) : given
    if (shape.Check(value)) return { value }
    const complaints = shape.Errors(value).flatMap((error) => complaintsOf(error))
    return { error: Object.assign(new Error('The request does not fit its shape'), { complaints }) }
  }
}

/** Checks a body by hand, where one path takes bodies of two shapes. Throws what a wrong shape throws everywhere. */
export function bodyReader<T extends TSchema>(schema: T): (given: unknown) => Static<T> {
  const check = compileValidator({ schema, method: '', url: '', httpPart: 'body' })
  return (given) => {
    const read = check(given) as { value?: Static<T>; error?: Error }
    if (read.error) throw read.error
    return read.value as Static<T>
  }
}

type ShapeError = { keyword: string; instancePath: string; params: object }

function complaintsOf(error: ShapeError): Complaint[] {
  const path = error.instancePath.replace(/^\//, '').replaceAll('/', '.')
  const params = error.params as Record<string, unknown>
  if (error.keyword === 'required') {
    const missing = (params.requiredProperties ?? []) as string[]
    return missing.map((name) => ({ field: path ? `${path}.${name}` : name, keyword: 'required', params }))
  }
  return [{ field: path || 'body', keyword: error.keyword, params }]
}

/** Reads the texts of a form or query as what their shape says; what cannot be read stays and is refused. */
function readText(schema: Schema, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !schema.properties) return given
  const read: Record<string, unknown> = { ...given }
  for (const [name, property] of Object.entries(schema.properties)) {
    if (name in read) read[name] = readValue(property, read[name])
    if (read[name] === '' && !isTextual(property)) delete read[name]
  }
  return read
}

function isTextual(schema: Schema): boolean {
  return schema.type === 'string' && !schema.enum
}

function readValue(schema: Schema, value: unknown): unknown {
  if (schema.anyOf) return readChoice(schema.anyOf, value)
  if (schema.type === 'array') return (Array.isArray(value) ? value : [value]).map((each) => readValue(schema.items ?? {}, each))
  if (typeof value !== 'string') return value
  if (schema.type === 'integer' || schema.type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (schema.type === 'boolean') return TRUE.test(value) ? true : FALSE.test(value) ? false : value
  return value
}

function readChoice(choices: Schema[], value: unknown): unknown {
  for (const choice of choices) {
    const read = readValue(choice, value)
    if (read !== value) return read
  }
  return value
}
