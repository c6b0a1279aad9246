import { svg } from './product.ts'
import { circle, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, newSheet, writeDefs } from './sheet.ts'
import { mix } from './tones.ts'

export type BrandMark = { accent: string; seed: number }

/** The inks of one mark: main, second, and the ground they stand on. */
type Inks = { main: string; second: string; ground: string }
type Motif = (s: Sheet, inks: Inks) => string

function arcs(s: Sheet, { main, second }: Inks): string {
  const count = 3 + Math.floor(s.rand() * 2)
  const width = 48 / count
  return times(count, (i) => {
    const r = 58 - i * (58 / count)
    return path(`M${num(100 - r)} 132A${num(r)} ${num(r)} 0 0 1 ${num(100 + r)} 132`,
      { stroke: i % 2 ? second : main, width, more: 'stroke-linecap="round"' })
  })
}

function mosaic(s: Sheet, { main, second }: Inks): string {
  return times(4, (i) => {
    const [x, y] = [46 + (i % 2) * 56, 46 + Math.floor(i / 2) * 56]
    const spin = Math.floor(s.rand() * 4) * 90
    return group(path('M-26 -26H26A52 52 0 0 1 -26 26Z', i === 1 || i === 2 ? second : main),
      `translate(${x + 26} ${y + 26}) rotate(${spin})`)
  })
}

function petals(s: Sheet, { main, second }: Inks): string {
  const count = [3, 4, 5, 6, 8][Math.floor(s.rand() * 5)] ?? 4
  const wide = 130 / count
  return times(count, (i) =>
    group(path(`M0 0C${num(wide)} -22 ${num(wide)} -52 0 -66C${num(-wide)} -52 ${num(-wide)} -22 0 0Z`,
    { fill: i % 2 ? second : main, opacity: 0.94 }), `translate(100 100) rotate(${num((360 / count) * i)})`))
}

function sunrise(s: Sheet, { main, second }: Inks): string {
  const bars = 3 + Math.floor(s.rand() * 2)
  return path('M44 106A56 56 0 0 1 156 106Z', main) +
    times(bars, (i) => rect([44 + i * 9, 114 + i * 13, 112 - i * 18, 8], { fill: i ? main : second, r: 4 }))
}

function chevrons(s: Sheet, { main, second }: Inks): string {
  const turn = Math.floor(s.rand() * 4) * 90
  const one = (y: number, ink: string): string =>
    path(outline([[44, y + 38], [100, y], [156, y + 38], [156, y + 64], [100, y + 26], [44, y + 64]]), ink)
  return group(one(36, main) + one(68, second) + one(100, main), `rotate(${turn} 100 100)`)
}

function hexagon(s: Sheet, { main, second, ground }: Inks): string {
  const hex = (r: number): string =>
    outline(Array.from({ length: 6 },
    (_, i) => [100 + r * Math.sin((i * Math.PI) / 3), 100 - r * Math.cos((i * Math.PI) / 3), 6] as const))
  const core = s.rand() > 0.5 ? circle([100, 100], 17, main) : path(hex(18), main)
  return path(hex(64), main) + path(hex(44), ground) + path(hex(32), second) + core
}

function overlap(s: Sheet, { main, second }: Inks): string {
  const isStanding = s.rand() > 0.5
  const [a, b] = [78, 122]
  const lens = clipped(s, circle([a, 100], 44, '#000'), circle([b, 100], 44, mix(main, '#1b1f24', 0.4)))
  return group(circle([a, 100], 44, main) + circle([b, 100], 44, second) +
    lens, `rotate(${isStanding ? 45 : 0} 100 100)`)
}

function drop(s: Sheet, { main, second, ground }: Inks): string {
  const lean = s.rand() > 0.5 ? 0 : 45
  return group(path('M100 34C138 82 150 104 150 122A50 46 0 0 1 50 122C50 104 62 82 100 34Z', main) +
    path('M100 92C120 116 126 126 126 134A26 24 0 0 1 74 134C74 126 80 116 100 92Z', ground) +
    circle([100, 136], 10, second), `rotate(${lean} 100 100)`)
}

function peaks(s: Sheet, { main, second }: Inks): string {
  const left = s.rand() > 0.5
  return group(path(outline([[36, 146, 6], [84, 58, 10], [132, 146, 6]]), main) +
    path(outline([[86, 146, 6], [124, 84, 10], [164, 146, 6]]), second) +
    circle([140, 58], 15, main), left ? 'translate(200 0) scale(-1 1)' : 'translate(0 0)')
}

function seeds(s: Sheet, { main, second }: Inks): string {
  const count = 26 + Math.floor(s.rand() * 14)
  return times(count, (i) => {
    const [angle, reach] = [i * 2.39996, 11 * Math.sqrt(i + 0.6)]
    return circle([100 + reach * Math.cos(angle), 100 + reach * Math.sin(angle)], 3 + i * 0.1, i % 3 ? main : second)
  })
}

function sliced(s: Sheet, { main, second, ground }: Inks): string {
  const lean = Math.floor(s.rand() * 4) * 45
  const cuts = times(3, (i) => rect([30, 74 + i * 24, 140, 7 + i * 2], ground))
  return group(clipped(s, circle([100, 100], 62, '#000'), rect([30, 30, 140, 70], main) +
    rect([30, 100, 140, 70], second) + cuts), `rotate(${lean} 100 100)`)
}

function loops(s: Sheet, { main, second }: Inks): string {
  const r = s.rand() > 0.5 ? 34 : 10
  const over = clipped(s, rect([96, 70, 40, 34], '#000'), rect([46, 46, 76, 76], { stroke: main, width: 17, r }))
  return rect([46, 46, 76, 76], { stroke: main, width: 17, r }) +
    rect([78, 78, 76, 76], { stroke: second, width: 17, r }) + over
}

function orbit(s: Sheet, { main, second }: Inks): string {
  const lean = Math.floor(s.rand() * 6) * 30
  return group(ellipse([100, 100], [66, 26], { stroke: main, width: 10 }), `rotate(${lean} 100 100)`) +
    group(ellipse([100, 100], [66, 26], { stroke: second, width: 10 }), `rotate(${lean + 90} 100 100)`) +
    circle([100, 100], 15, main)
}

const motifs: readonly Motif[] = [arcs, petals, hexagon, sunrise, overlap, chevrons, seeds, drop, mosaic, peaks,
  sliced, loops, orbit]

/** Draws a 200 × 200 brand mark without letters; neighbouring seeds get different motifs. */
export function drawBrandMark({ accent, seed }: BrandMark): string {
  const s = newSheet({ accent, finish: 'white', seed })
  const isInverse = s.rand() > 0.62
  const depth = 0.42 + s.rand() * 0.24
  const second = [mix(accent, '#ffffff', depth), mix(accent, '#1b1f24', depth),
    mix(accent, '#e9b872', depth)][Math.floor(s.rand() * 3)] ?? accent
  const corner = [44, 100, 20, 72][Math.floor(s.rand() * 4)] ?? 44
  const inks: Inks = isInverse ? { main: '#ffffff', second: mix(accent, '#ffffff', depth), ground: accent } :
    { main: accent, second, ground: '#ffffff' }
  const motif = motifs[Math.abs(Math.trunc(seed)) % motifs.length] ?? arcs
  const ground = isInverse ? linear(s, [[0, mix(accent, '#ffffff', 0.1)], [1, mix(accent, '#000000', 0.12)]],
    [0, 0, 1, 1]) : '#ffffff'
  const body = rect([0, 0, 200, 200], { fill: ground, r: corner }) +
    group(motif(s, inks), `translate(100 100) scale(${corner === 100 ? 0.94 : 1.04}) translate(-100 -100)`)
  return svg([0, 0, 200, 200], [200, 200], writeDefs(s) + body)
}
