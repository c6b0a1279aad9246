import { sqlState } from '../../platform/db.ts'
import { refuseFields, sentences } from './errors.ts'

const UNIQUE_BROKEN = '23505'
const fields: Record<string, string> = {
  categories_name: 'name', brands_name_key: 'name', products_product_code_key: 'product_code',
  skus_product_id_sku_code_key: 'sku_code',
}

/** Turns a broken unique index into the refusal of its field. */
export async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (fault) {
    const constraint = sqlState(fault) === UNIQUE_BROKEN ? (fault as { constraint?: string }).constraint : undefined
    const field = fields[constraint ?? '']
    if (field) refuseFields({ [field]: [sentences.taken] })
    throw fault
  }
}
