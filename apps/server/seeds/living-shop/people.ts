import type { DemoAccount } from '../../src/http/dev-desk/demo-accounts.ts'
import { demoAccounts } from '../../src/http/dev-desk/demo-accounts.ts'
import { usernameKey } from '../../src/modules/accounts/index.ts'
import type { AddressSeed } from '../people.ts'
import { shoppers } from '../people.ts'
import type { Calendar } from './calendar.ts'
import { itemAt, openRandom } from './random.ts'
import type { Row } from './rows.ts'

export type Address = AddressSeed & { id: number; title: string; isDefault: boolean }
export type Person = {
  id: number; username: string; mobile: string | null; role: DemoAccount['role']; isAgent: boolean; password: string
  createdAt: Date; addresses: Address[]
}

type AddressLine = [title: string, receiver: string, districtCode: number, detail: string]

const demoAddresses: Record<string, AddressLine[]> = {
  xiaoming: [
    ['家', '李明', 440106, '体育东横街 12 号云杉苑 3 栋 1602 房'],
    ['公司', '李明', 440104, '越华路 88 号流花商务楼 9 楼前台'],
    ['爸妈家', '李建民', 440605, '桂澜里 26 号荔园 5 座 803'],
  ],
  xiaohong: [
    ['家', '张小红', 310115, '锦绣东弄 66 号 7 号楼 502 室'],
    ['工作室', '张小红', 310101, '海棠里 15 号 3 楼'],
  ],
  dealer_sd: [
    ['一号仓', '孙立强', 370102, '山泉路 109 号物流园 3 号库'],
    ['青岛门店', '周敏', 370202, '石阶路 51 号家电城一层'],
  ],
  agent_gz: [['门店', '陈志华', 440106, '榕荫街 5 号首层']],
  agent_cd: [['门店', '杨帆', 510107, '竹影巷 2 号附 6 号']],
}

// The shop's own people were there first; everybody had joined before the first order.
const STAFF_SINCE_DAYS = 730
const JOINED_DAYS = [110, 700] as const
const SHOPPER_PASSWORD = 'hearth-demo-2026'

/** The demo accounts and thirty shoppers, with their addresses. */
export function makePeople(calendar: Calendar): Person[] {
  const random = openRandom('people')
  let addressId = 0
  const addressed = (lines: readonly AddressLine[], mobile: string | null): Address[] => lines.map((line, at) => {
    const [title, receiver, districtCode, detail] = line
    addressId += 1
    return {
      id: addressId, title, receiver, mobile: mobile ?? '', detail, isDefault: at === 0, districtCode,
      cityCode: Math.floor(districtCode / 100) * 100, provinceCode: Math.floor(districtCode / 10_000) * 10_000,
    }
  })
  const named = demoAccounts.map((account, at): Person => {
    const { username, mobile, role, isAgent, password } = account
    const createdAt = calendar.between(STAFF_SINCE_DAYS - at * 40, [9, 18], random)
    const addresses = addressed(demoAddresses[username] ?? [], mobile)
    return { id: at + 1, username, mobile, role, isAgent, password, createdAt, addresses }
  })
  const others = shoppers.map(({ username, mobile, address }, at): Person => ({
    id: named.length + at + 1, username, mobile, role: 'individual', isAgent: false, password: SHOPPER_PASSWORD,
    createdAt: calendar.between(random.int(...JOINED_DAYS), [8, 23], random),
    addresses: addressed([['家', address.receiver, address.districtCode, address.detail]], mobile),
  }))
  return [...named, ...others]
}

export function personNamed(people: readonly Person[], username: string): Person {
  return itemAt(people, people.findIndex((person) => person.username === username))
}

/** `hashes`: password → its hash. */
export function userRows(people: readonly Person[], hashes: ReadonlyMap<string, string>): Row<'accounts.users'>[] {
  return people.map(({ id, username, mobile, password, role, isAgent, createdAt }) => ({
    id, username, username_key: usernameKey(username), mobile, email: '', avatar_url: '', password_hash: hashes.get(password) ?? null, role,
    is_agent: isAgent, is_active: true, last_login_at: null, created_at: createdAt,
  }))
}

export function addressRows(people: readonly Person[]): Row<'customers.addresses'>[] {
  return people.flatMap((person) => person.addresses.map((address) => ({
    id: address.id, user_id: person.id, title: address.title, receiver: address.receiver, mobile: address.mobile,
    province_code: address.provinceCode, city_code: address.cityCode, district_code: address.districtCode,
    detail: address.detail, postal_code: '', is_default: address.isDefault, is_deleted: false,
    created_at: person.createdAt,
  })))
}
