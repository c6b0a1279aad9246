import DownOutlined from '@ant-design/icons/DownOutlined'
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import { useNavigate } from 'react-router'
import { orderExportPath } from '@hearth/client/console-api-orders'
import { useTexts } from '../../shared/language.tsx'
import type { ListValues } from '../../shared/list/list-types.ts'
import { statusOf, toOrderFilter } from './order-query.ts'

const formats = ['csv', 'xlsx'] as const

/** What one can do from the list as a whole: order for somebody, ship many, take the filtered list along as a file. */
export function OrderActions({ values, from }: { values: ListValues; from: string }) {
  const texts = useTexts()
  const navigate = useNavigate()
  const query = { ...toOrderFilter(values), status: statusOf(values) }
  const items = formats.map((format) => ({
    key: format, label: <a href={orderExportPath({ ...query, format })} download>{texts.bulk.formats[format]}</a>,
  }))
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">{texts.orders.export}</Button>
      </Dropdown>
      <Button onClick={() => void navigate('/orders/ship', { state: { from } })}>{texts.bulkShip.title}</Button>
      <Button type="primary" onClick={() => void navigate('/orders/new', { state: { from } })}>{texts.orders.placing.title}</Button>
    </>
  )
}
