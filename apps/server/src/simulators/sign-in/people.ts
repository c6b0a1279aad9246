import { createHash } from 'node:crypto'

/** Somebody with an account at an outside company. */
export type SamplePerson = { openid: string; nickname: string }

/** Who may have an openid: what a person can type and a company can store. */
export const OPENID = /^[\w-]{1,64}$/

/** The nickname of anybody: of the samples their own, of everybody else one that follows from his openid. */
export function nicknameOf(people: readonly SamplePerson[], openid: string): string {
  return people.find((each) => each.openid === openid)?.nickname ?? `访客${openid.slice(-4)}`
}

/** A drawn face in a colour that follows from the openid. */
export function avatarSvg(openid: string): string {
  const hue = createHash('sha256').update(openid).digest().readUInt16BE(0) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">
<rect width="100" height="100" fill="hsl(${hue} 55% 82%)"/>
<circle cx="50" cy="40" r="18" fill="hsl(${hue} 45% 42%)"/>
<path d="M14 100a36 34 0 0 1 72 0z" fill="hsl(${hue} 45% 42%)"/></svg>`
}
