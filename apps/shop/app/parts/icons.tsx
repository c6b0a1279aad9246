/** The drawings of `styles/icons.css`. */
export type IconName =
  | 'search' | 'home' | 'grid' | 'cart' | 'machine' | 'person' | 'left' | 'right' | 'check' | 'plus'
  | 'minus' | 'trash' | 'shield' | 'shield-ask' | 'truck' | 'wrench' | 'back' | 'clock' | 'code' | 'box'
  | 'alert' | 'out' | 'globe' | 'phone' | 'desk' | 'lock' | 'pin' | 'close' | 'file' | 'filter'
export type IconSize = 16 | 18 | 20 | 22 | 24 | 28 | 36 | 40

/** A line drawing beside words; it says nothing of its own to a screen reader. */
export function Icon({ name, size = 24 }: { name: IconName; size?: IconSize }) {
  return <span aria-hidden="true" className={`icon icon-${size} icon-${name}`} />
}
