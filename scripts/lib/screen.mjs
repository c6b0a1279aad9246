const LIVE = process.stdout.isTTY === true && !process.env.CI
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * Does a step and shows that it goes on: a turning sign with the time on a terminal, a line now and then elsewhere.
 * `detail` is asked while it runs, for instance "120 of 600".
 */
export async function step(title, work, detail = () => '') {
  const began = performance.now()
  const elapsed = () => seconds(performance.now() - began)
  const line = () => [title, detail(), elapsed()].filter(Boolean).join(' · ')
  if (!LIVE) console.log(`${title} …`)
  let turn = 0
  const draw = () => process.stdout.write(`\r\x1b[2K${FRAMES[(turn += 1) % FRAMES.length]} ${line()}`)
  const timer = setInterval(() => (LIVE ? draw() : console.log(`  … ${line()}`)), LIVE ? 100 : 10_000)
  let mark = '✗'
  try {
    const answer = await work()
    mark = '✓'
    return answer
  } finally {
    clearInterval(timer)
    if (LIVE) process.stdout.write('\r\x1b[2K')
    console.log(`${mark} ${title} · ${elapsed()}`)
  }
}

export function seconds(ms) {
  const whole = Math.floor(ms / 1000)
  return whole < 60 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

export function heading(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 76 - text.length))}`)
}
