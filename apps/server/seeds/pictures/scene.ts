import { softGlow } from './materials.ts'
import { ellipse, rect } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { linear, radial } from './sheet.ts'

/** The seamless paper of the studio, lit from the upper left; the floor begins softly near y = 600. */
export function studio(s: Sheet): string {
  const wall = linear(s, [[0, '#f8f6f3'], [0.62, '#f1eeea'], [0.78, '#ebe7e1'], [0.86, '#eeeae5'], [1, '#e6e1da']],
    [0, 0, 0, 1])
  const corner = radial(s, [[0, '#8a7a66', 0], [0.7, '#8a7a66', 0.02], [1, '#8a7a66', 0.13]], [0.4, 0.4, 0.8])
  return rect([0, 0, 800, 800], wall) + ellipse([250, 230], [520, 440], softGlow(s, '#ffffff', 0.85)) +
    rect([0, 0, 800, 800], corner)
}
