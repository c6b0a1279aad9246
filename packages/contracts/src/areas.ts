import { Type } from 'typebox'
import type { Static } from 'typebox'

/** D-10; ids are the 6-digit codes. */
export const AreaView = Type.Object({ id: Type.Integer(), name: Type.String() })
export type AreaView = Static<typeof AreaView>

/** D-11. */
export const AreaWithSubs = Type.Object({ id: Type.Integer(), name: Type.String(), subs: Type.Array(AreaView) })
export type AreaWithSubs = Static<typeof AreaWithSubs>
export const AreaPath = Type.Object({ pk: Type.String({ pattern: '^\\d{1,10}$' }) })
