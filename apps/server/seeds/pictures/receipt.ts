import { yuanText } from '@hearth/kernel/money'
import { rect } from './shapes.ts'

/** Strokes of a glyph as paths in a box ten wide and sixteen high: no font has to be there to draw them. */
const glyphs: Record<string, string> = {
  0: 'M1 1H9V15H1Z', 1: 'M3 3L6 1V15M3 15H9', 2: 'M1 1H9V8H1V15H9', 3: 'M1 1H9V15H1M3 8H9', 4: 'M1 1V8H9M9 1V15',
  5: 'M9 1H1V8H9V15H1', 6: 'M9 1H1V15H9V8H1', 7: 'M1 1H9L4 15', 8: 'M1 1H9V15H1ZM1 8H9', 9: 'M9 8H1V1H9V15H1',
  '.': 'M4 15H5', '¥': 'M1 1L5 8L9 1M5 8V15M2 9H8M2 12H8', D: 'M1 1H6L9 4V12L6 15H1Z', E: 'M9 1H1V15H9M1 8H7',
  M: 'M1 15V1L5 8L9 1V15', O: 'M1 1H9V15H1Z',
}
const ADVANCE = 14

type Written = { x: number; y: number; size: number; color: string; turn?: number }

function written(text: string, { x, y, size, color, turn = 0 }: Written): string {
  const strokes = [...text].map((letter, at) => `<path d="${glyphs[letter] ?? ''}" transform="translate(${at * ADVANCE} 0)"/>`)
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" fill="none" stroke="${color}" ` +
    `stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g>`
}

/** A picture of a bank's receipt as a buyer takes it: the amount can be read, what is private is struck out. */
export function drawReceipt(amountFen: number): string {
  const lines = [300, 372, 444, 516, 588].map((y, at) =>
    rect([60, y, 120, 18], { fill: '#d8d2ca', r: 9 }) + rect([240, y, 300 - at % 3 * 60, 18], { fill: '#8f867c', r: 9 }))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800">${rect([0, 0, 600, 800], '#f4efe8')}` +
    rect([30, 30, 540, 740], { fill: '#ffffff', r: 18 }) + rect([30, 30, 540, 96], { fill: '#1f5f5b', r: 18 }) +
    rect([60, 66, 180, 24], { fill: '#ffffff', r: 12, opacity: 0.85 }) +
    written(`¥${yuanText(amountFen)}`, { x: 60, y: 180, size: 3, color: '#2b2622' }) + lines.join('') +
    written('DEMO', { x: 330, y: 720, size: 4, color: '#d98a6a', turn: -14 }) + '</svg>'
}
