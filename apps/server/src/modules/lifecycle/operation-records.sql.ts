import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export type OperationType =
  | 'create' | 'bulk_create' | 'ship' | 'activate' | 'repair_create' | 'repair_update' | 'repair_complete'
export type Operation = {
  type: OperationType
  operatorId: number | null
  unitIds: readonly number[]
  detail: Record<string, unknown>
  at: Date
}

/** Writes one record per unit, for ever: the table refuses every later change. */
export async function insertOperations(tx: Tx, operation: Operation): Promise<void> {
  const { type, operatorId, unitIds, detail, at } = operation
  await tx.insertInto('lifecycle.operation_records')
    .columns(['operation_type', 'operator_id', 'unit_id', 'detail', 'at'])
    .expression((eb) => eb.selectFrom(sql<{ id: number }>`unnest(${unitIds}::bigint[])`.as<'acted'>(sql`acted(id)`))
      .select([
        sql<string>`${type}::text`.as('operation_type'), sql<number | null>`${operatorId}::bigint`.as('operator_id'),
        'acted.id', sql<string>`${JSON.stringify(detail)}::jsonb`.as('detail'),
        sql<Date>`${at}::timestamptz`.as('at'),
      ]))
    .execute()
}
