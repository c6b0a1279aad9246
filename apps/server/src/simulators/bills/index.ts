export type { BillDesk } from './desk.ts'
export { billDifferences } from './differences.ts'
export type { BillDifference } from './differences.ts'
