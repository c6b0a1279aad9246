import type { Box } from './shapes.ts'
import { num } from './shapes.ts'
import type { Finish, Tone } from './tones.ts'
import { toneOf } from './tones.ts'

/** offset 0…1, colour, opacity 0…1 */
export type Stop = readonly [number, string, number?]

/** What a drawing is made on: shared definitions, the surface colours, and a repeatable source of chance. */
export type Sheet = {
  readonly defs: Map<string, string>
  readonly accent: string
  readonly finish: Finish
  readonly tone: Tone
  /** millimetres of the product that make about one pixel of an 800-pixel picture */
  readonly u: number
  readonly rand: () => number
}

/** A small repeatable random source (mulberry32). */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function newSheet(look: { accent: string; finish: Finish; seed: number }): Sheet {
  const { accent, finish, seed } = look
  return { defs: new Map(), accent, finish, tone: toneOf(finish), u: 1, rand: chance(seed) }
}

/** The same sheet for another surface or scale; definitions stay shared. */
export function withFinish(s: Sheet, finish: Finish, u: number = s.u): Sheet {
  return { ...s, finish, tone: toneOf(finish), u }
}

/** Adds a definition once and returns its id; `write` receives the id. */
function define(s: Sheet, write: (id: string) => string): string {
  const key = write('@')
  const known = s.defs.get(key)
  if (known) return known
  const id = `d${s.defs.size}`
  s.defs.set(key, id)
  return id
}

export function writeDefs(s: Sheet): string {
  return `<defs>${[...s.defs].map(([text, id]) => text.replaceAll('@', id)).join('')}</defs>`
}

function stopsOf(stops: readonly Stop[]): string {
  return stops
    .map(([at, color, opacity]) => {
      const alpha = opacity === undefined ? '' : ` stop-opacity="${num(opacity)}"`
      return `<stop offset="${num(at)}" stop-color="${color}"${alpha}/>`
    })
    .join('')
}

/** Linear gradient over the painted shape; `along` is x1 y1 x2 y2 in its bounding box (default: left to right). */
export function linear(s: Sheet, stops: readonly Stop[], along: Box = [0, 0, 1, 0]): string {
  const [x1, y1, x2, y2] = along.map(num)
  const id = define(s, (own) => {
    const line = `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`
    return `<linearGradient id="${own}" ${line}>${stopsOf(stops)}</linearGradient>`
  })
  return `url(#${id})`
}

/** Radial gradient over the painted shape; `from` is cx cy r in its bounding box. */
export function radial(s: Sheet, stops: readonly Stop[], from: readonly number[] = [0.5, 0.5, 0.5]): string {
  const [cx, cy, r] = from.map(num)
  const id = define(s, (own) => {
    return `<radialGradient id="${own}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`
  })
  return `url(#${id})`
}

/** Shows only what lies inside the outline (an SVG shape element). */
export function clipped(s: Sheet, shape: string, inner: string): string {
  const id = define(s, (own) => `<clipPath id="${own}">${shape}</clipPath>`)
  return `<g clip-path="url(#${id})">${inner}</g>`
}

/** A repeating tile in millimetres, usable as a fill. */
export function tile(s: Sheet, [w, h]: readonly [number, number], inner: string): string {
  const id = define(s, (own) => {
    const size = `width="${num(w)}" height="${num(h)}"`
    return `<pattern id="${own}" ${size} patternUnits="userSpaceOnUse">${inner}</pattern>`
  })
  return `url(#${id})`
}
