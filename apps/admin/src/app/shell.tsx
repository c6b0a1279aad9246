import MenuOutlined from '@ant-design/icons/MenuOutlined'
import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { Suspense, useState } from 'react'
import { Link, NavLink, Outlet } from 'react-router'
import type { ProfileView } from '@hearth/contracts/accounts'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import icon from '../shared/icon.svg'
import { useLanguage, useTexts } from '../shared/language.tsx'
import { deskOf, useProfile } from '../shared/session.ts'
import { ActionFault, LoadingBlock } from '../shared/states.tsx'
import { useNarrow } from '../shared/use-media.ts'
import { homeEntry, navigation } from './navigation.tsx'
import { useSignOut } from './use-sign-out.ts'

/** The frame around every page: navigation at the left, on a phone in a drawer. */
export function Shell() {
  const texts = useTexts()
  const narrow = useNarrow()
  return (
    <div className="shell">
      <a className="skip" href="#content">{texts.app.skip}</a>
      {narrow ? <TopBar /> : <aside className="side"><Brand /><SideNav /><Person /></aside>}
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<LoadingBlock rows={10} />}><Outlet /></Suspense>
      </main>
    </div>
  )
}

function TopBar() {
  const texts = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <header className="topbar">
      <Button type="text" icon={<MenuOutlined aria-hidden />} aria-label={texts.app.openNavigation} onClick={() => setOpen(true)} />
      <Brand />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={272}
        title={texts.app.short}
        closable={{ 'aria-label': texts.app.closeNavigation }}
      >
        <div className="side-in-drawer">
          <SideNav onGo={() => setOpen(false)} />
          <Person />
        </div>
      </Drawer>
    </header>
  )
}

function Brand() {
  const { app } = useTexts()
  return (
    <Link to="/" className="brand" aria-label={app.name}>
      <img src={icon} alt="" width="28" height="28" />
      <span>{app.short}</span>
    </Link>
  )
}

function SideNav({ onGo }: { onGo?: () => void }) {
  const texts = useTexts()
  const desk = deskOf(useProfile())
  const groups = navigation
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => entry.desks.includes(desk)) }))
    .filter((group) => group.entries.length > 0)
  return (
    <nav aria-label={texts.app.navigation} className="nav" onClick={onGo}>
      <NavLink to={homeEntry.to} end className="nav-entry">
        {homeEntry.icon}<span>{homeEntry.label(texts)}</span>
      </NavLink>
      {groups.map((group) => (
        <div key={group.key} className="nav-group">
          <p id={`nav-${group.key}`}>{texts.nav.groups[group.key]}</p>
          <ul aria-labelledby={`nav-${group.key}`}>
            {group.entries.map((entry) => (
              <li key={entry.to}>
                <NavLink to={entry.to} className="nav-entry">{entry.icon}<span>{entry.label(texts)}</span></NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Person() {
  const { texts, language, setLanguage } = useLanguage()
  const profile = useProfile()
  const signOut = useSignOut()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="person">
      <p className="person-name">{profile.username}<span>{roleWord(profile, texts)}</span></p>
      <div className="person-actions">
        <Button size="small" type="text" lang={other} title={texts.app.switchLanguage}
          onClick={() => setLanguage(other)}>
          {texts.app.otherLanguage}
        </Button>
        <Button size="small" type="text" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {texts.app.signOut}
        </Button>
      </div>
      <ActionFault error={signOut.error} />
    </div>
  )
}

function roleWord(profile: ProfileView, texts: ConsoleTexts): string {
  return deskOf(profile) === 'agent' ? texts.roles.agent : texts.roles[profile.role]
}
