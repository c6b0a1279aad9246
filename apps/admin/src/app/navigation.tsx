import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined'
import AuditOutlined from '@ant-design/icons/AuditOutlined'
import BookOutlined from '@ant-design/icons/BookOutlined'
import PayCircleOutlined from '@ant-design/icons/PayCircleOutlined'
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined'
import RollbackOutlined from '@ant-design/icons/RollbackOutlined'
import HomeOutlined from '@ant-design/icons/HomeOutlined'
import ImportOutlined from '@ant-design/icons/ImportOutlined'
import InboxOutlined from '@ant-design/icons/InboxOutlined'
import ProfileOutlined from '@ant-design/icons/ProfileOutlined'
import QrcodeOutlined from '@ant-design/icons/QrcodeOutlined'
import ShoppingOutlined from '@ant-design/icons/ShoppingOutlined'
import TagsOutlined from '@ant-design/icons/TagsOutlined'
import AppstoreOutlined from '@ant-design/icons/AppstoreOutlined'
import LayoutOutlined from '@ant-design/icons/LayoutOutlined'
import NotificationOutlined from '@ant-design/icons/NotificationOutlined'
import PictureOutlined from '@ant-design/icons/PictureOutlined'
import ReadOutlined from '@ant-design/icons/ReadOutlined'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import ToolOutlined from '@ant-design/icons/ToolOutlined'
import type { ReactNode } from 'react'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import type { Desk } from '../shared/session.ts'

type Entry = { to: string; icon: ReactNode; label: (texts: ConsoleTexts) => string; desks: Desk[] }
type Group = { key: keyof ConsoleTexts['nav']['groups']; entries: Entry[] }

const staff: Desk[] = ['admin', 'staff']
const all: Desk[] = [...staff, 'agent']

export const homeEntry: Entry = { to: '/', icon: <HomeOutlined aria-hidden />, label: (t) => t.nav.home, desks: all }

/** The left navigation, by work. A further group is a line here and a word in the catalogue. */
export const navigation: Group[] = [
  { key: 'trade', entries: [
    { to: '/orders', icon: <ProfileOutlined aria-hidden />, label: (t) => t.nav.orders, desks: staff },
  ] },
  { key: 'products', entries: [
    { to: '/products', icon: <ShoppingOutlined aria-hidden />, label: (t) => t.nav.products, desks: ['admin'] },
    { to: '/categories', icon: <ApartmentOutlined aria-hidden />, label: (t) => t.nav.categories, desks: ['admin'] },
    { to: '/brands', icon: <TagsOutlined aria-hidden />, label: (t) => t.nav.brands, desks: ['admin'] },
    { to: '/stock', icon: <InboxOutlined aria-hidden />, label: (t) => t.nav.stock, desks: staff },
    { to: '/imports', icon: <ImportOutlined aria-hidden />, label: (t) => t.nav.imports, desks: ['admin'] },
  ] },
  { key: 'devices', entries: [
    { to: '/units', icon: <QrcodeOutlined aria-hidden />, label: (t) => t.nav.units, desks: all },
    { to: '/repairs', icon: <ToolOutlined aria-hidden />, label: (t) => t.nav.repairs, desks: all },
  ] },
  { key: 'customers', entries: [
    { to: '/people', icon: <TeamOutlined aria-hidden />, label: (t) => t.nav.people, desks: ['admin'] },
  ] },
  { key: 'finance', entries: [
    { to: '/payments', icon: <PayCircleOutlined aria-hidden />, label: (t) => t.nav.payments, desks: staff },
    { to: '/refunds', icon: <RollbackOutlined aria-hidden />, label: (t) => t.nav.refunds, desks: staff },
    { to: '/suspense', icon: <QuestionCircleOutlined aria-hidden />, label: (t) => t.nav.suspense, desks: staff },
    { to: '/book', icon: <BookOutlined aria-hidden />, label: (t) => t.nav.book, desks: ['admin'] },
    { to: '/reconciliation', icon: <AuditOutlined aria-hidden />, label: (t) => t.nav.reconciliation, desks: ['admin'] },
  ] },
  { key: 'content', entries: [
    { to: '/banners', icon: <LayoutOutlined aria-hidden />, label: (t) => t.nav.banners, desks: ['admin'] },
    { to: '/adverts', icon: <NotificationOutlined aria-hidden />, label: (t) => t.nav.adverts, desks: ['admin'] },
    { to: '/channels', icon: <AppstoreOutlined aria-hidden />, label: (t) => t.nav.channels, desks: ['admin'] },
    { to: '/cases', icon: <ReadOutlined aria-hidden />, label: (t) => t.nav.cases, desks: ['admin'] },
    { to: '/library', icon: <PictureOutlined aria-hidden />, label: (t) => t.nav.library, desks: ['admin'] },
    { to: '/searches', icon: <SearchOutlined aria-hidden />, label: (t) => t.nav.searches, desks: ['admin'] },
  ] },
]
