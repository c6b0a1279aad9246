/** A version in words; with a name, only what the name does not say already. */
export function versionText(specs: Readonly<Record<string, string>>, name = ''): string {
  return Object.values(specs).filter((value) => !name.includes(value)).join(' · ')
}
