import type { Sheet } from './sheet.ts'
import type { Form, Size, View } from './solid.ts'

/** Where a product lives: on the floor, on a counter, on a wall, let into a worktop, or in a row of cabinets. */
export type Stands = 'floor' | 'counter' | 'wall' | 'inset' | 'built-in'

/** How one kind of appliance is drawn and photographed. */
export type Model = {
  readonly size: Size
  readonly stands: Stands
  /** camera height in degrees for the straight and for the turned picture */
  readonly pitch: readonly [number, number]
  readonly yaw: number
  /** the close-up: centre and width as parts of the turned picture's width and height */
  readonly detail: readonly [number, number, number]
  draw(s: Sheet, v: View): Form
}
