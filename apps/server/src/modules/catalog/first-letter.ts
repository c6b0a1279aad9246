/** The first character of each letter's pinyin, in the order of dictionaries; no pinyin begins with I, U or V. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ'
const byPinyin = new Intl.Collator('zh-u-co-pinyin')

/**
 * The letter under which a name stands: its own when it is Latin, else that of its pinyin as collation knows it; '' for
 * digits and other scripts. A character with two readings gets the more common one: whoever knows better says so.
 */
export function firstLetter(name: string): string {
  const [first = ''] = name.trim().normalize('NFKD')
  if (/[a-z]/i.test(first)) return first.toUpperCase()
  if (!/\p{Script=Han}/u.test(first)) return ''
  const place = [...FIRSTS].findLastIndex((each) => byPinyin.compare(first, each) >= 0)
  return LETTERS[place] ?? ''
}
