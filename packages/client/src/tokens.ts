/** The same tokens for code that cannot read a style sheet (the console's theme, pictures). */
export const tokens = {
  ink: '#1b1f24',
  muted: '#5b6470',
  line: '#e6e8eb',
  paper: '#ffffff',
  wash: '#f6f4f1',
  ember: '#c2410c',
  emberDeep: '#9a3412',
  emberWash: '#fff1ea',
  teal: '#1f6f6b',
  tealWash: '#e8f3f2',
  amber: '#b45309',
  red: '#b42318',
  radiusCard: 12,
  radiusControl: 8,
  fontSans: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
} as const
