export { fulfilmentErrors } from './errors.ts'
export { shipOrder } from './ship-order.ts'
export type { ShipOrder } from './ship-order.ts'
export type { GivenCodes } from './codes-by-line.ts'
