/** A brand that was made up, with the letters of its model numbers; `level` is its prices by the ordinary ones. */
export type MadeUpBrand = { name: string; firstLetter: string; letters: string; level: number; description: string }

const LEVELS = [0.78, 0.9, 1, 1.12, 1.35]
const SAYS = [
  '做常用的家电，结构简单，配件长期供应。', '从小厨房和小阳台的尺寸出发设计家电。', '参数如实标注，安装和维修都方便。',
  '安静、省电，一家人用得顺手。', '把看不见的零件做扎实，整机包修时间长。',
]
const NAMES = `
  澜栖 LQ|砚禾 YH|青黛 QD|沁原 QY|槿舍 JS|遥岑 YC|霁禾 JH|松砚 SY|朗庭 LT|素桁 SH|知屿 ZY|云栖禾 YX|暮川 MC|溪言 XY
  望舒屿 WS|岑木 CM|初澄 CC|和砚 HN|景澜 JL|汐禾 XH|予舍 YS|屿白 YB|辰砚 CY|棠舍 TS|沐言 MY|苍屿 CT|简禾 JN|弦月屿 XU
  白露庭 BL|拾光屿 SG|南栀 NZ|墨川 MH|宁澜 NL|安禾 AH|北岑 BC|若溪 RX|未岚 WL|凌砚 LY|锦舍 JX|木樨庭 MX|清桁 QH|元岚 YL
  长汀禾 CH|微澜 WN|格物居 GW|鹿鸣川 LM|星砚 XN|竹里 ZL|秋屿 QU|半夏庭 BX|映禾 YE|庭燎 TL|朝汐 ZX|砺川 LC|漫舍 MS|悠然居 YR
  远山禾 YN|听澜 TA|桐舍 TG|雪砚 XE|翠微居 CW|临川禾 LH|晓汀 XT|怀瑾 HJ`

/** The brands of generated products; none is in the living shop. */
export const madeUpBrands: readonly MadeUpBrand[] = NAMES.split(/[|\n]/).map((line) => line.trim()).filter(Boolean)
  .map((line, at) => {
    const [name = '', letters = ''] = line.split(' ')
    const level = LEVELS[(at * 3) % LEVELS.length] ?? 1
    return { name, letters, firstLetter: letters.charAt(0), level, description: SAYS[at % SAYS.length] ?? '' }
  })
