import type { PictureKind } from './catalog.ts'
import { models } from './catalog.ts'
import { softDark } from './materials.ts'
import { fit, placed, sheetFor, svg, viewOf } from './product.ts'
import { circle, ellipse } from './shapes.ts'
import { linear, newSheet, writeDefs } from './sheet.ts'
import type { Finish } from './tones.ts'
import { mix } from './tones.ts'

const washes = ['#f3e3d7', '#dfeae6', '#e3e8ef', '#f1e8d3', '#ece1e6', '#e4ead9']

const dressed: Partial<Record<PictureKind, Finish>> = {
  'refrigerator-french': 'silver', 'refrigerator-side-by-side': 'silver', 'wine-cooler': 'black', television: 'black',
    soundbar: 'black',
  'range-hood-side': 'silver', 'range-hood-top': 'silver', 'gas-hob': 'black', 'induction-hob': 'black',
    'oven-built-in': 'silver',
  'steam-oven': 'silver', 'sterilizer-cabinet': 'silver', kettle: 'silver', 'coffee-machine': 'silver',
    'vacuum-stick': 'red',
  'hair-dryer': 'pink', 'refrigerator-two-door': 'mint', 'iron-garment-steamer': 'blue', 'rice-cooker': 'cream',
    'air-fryer': 'cream',
}

/** Draws the small 160 × 160 picture that stands for a category in menus. */
export function drawCategoryMark(kind: PictureKind): string {
  const index = Object.keys(models).indexOf(kind)
  const s = newSheet({ accent: '#c2410c', finish: dressed[kind] ?? 'white', seed: 11 })
  const model = models[kind]
  const form = model.draw(sheetFor(s, model), viewOf(model, model.stands !== 'wall' && model.stands !== 'built-in'))
  const wash = washes[index % washes.length] ?? '#f3e3d7'
  const disc = circle([80, 80], 76, linear(s, [[0, mix(wash, '#ffffff', 0.55)], [1, wash]], [0, 0, 1, 1]))
  const placing = fit(form, [26, 24, 108, 110],
    model.stands === 'wall' || form.bounds[3] - form.bounds[1] < (form.bounds[2] - form.bounds[0]) * 0.7)
  const low = placing.y + form.bounds[3] * placing.scale
  const ground = model.stands === 'wall' || model.stands === 'inset' ? '' :
    ellipse([84, low], [44, 5], softDark(s, 0.35))
  return svg([0, 0, 160, 160], [160, 160], writeDefs(s) + disc + ground + placed(placing, form.art))
}
