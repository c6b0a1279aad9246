import type { PictureKind } from './catalog.ts'
import { models } from './catalog.ts'
import type { Model } from './model.ts'
import { softDark, softGlow } from './materials.ts'
import { basket, boards, frame, fruit, lamp, plant, shelf, sofa, vase, windowLight } from './props.ts'
import type { Box } from './shapes.ts'
import { ellipse, group, line, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { linear, radial, tile } from './sheet.ts'
import { mix } from './tones.ts'

export type RoomName =
  | 'living' | 'lounge' | 'media' | 'kitchen' | 'laundry' | 'counter' | 'dresser'
  | 'bath' | 'cooking' | 'cabinets' | 'worktop'

/** A room: what stands behind the product, where the product goes, and what stands in front of it. */
export type Room = {
  behind: string
  before: string
  /** the picture area the product must fit into; it stands on the lower edge */
  spot: Box
  isTurned: boolean
}

const roomOf: Partial<Record<PictureKind, RoomName>> = {
  'refrigerator-french': 'kitchen', 'refrigerator-two-door': 'kitchen', 'refrigerator-side-by-side': 'kitchen',
  'freezer-chest': 'laundry', 'wine-cooler': 'kitchen', 'washer-front': 'laundry', 'washer-top': 'laundry',
    dryer: 'laundry',
  'washer-dryer-set': 'laundry', 'ac-wall': 'lounge', television: 'media', soundbar: 'media',
  'water-heater-electric': 'bath', 'water-heater-gas': 'bath', 'water-dispenser': 'kitchen',
  'range-hood-side': 'cooking', 'range-hood-top': 'cooking', 'gas-hob': 'worktop', 'induction-hob': 'worktop',
  'oven-built-in': 'cabinets', 'steam-oven': 'cabinets', dishwasher: 'cabinets', 'sterilizer-cabinet': 'cabinets',
  'water-purifier': 'counter', microwave: 'counter', 'rice-cooker': 'counter', 'pressure-cooker': 'counter',
    kettle: 'counter',
  'air-fryer': 'counter', blender: 'counter', 'coffee-machine': 'counter', humidifier: 'dresser',
    'hair-dryer': 'dresser',
}

const paints = ['#ece5db', '#e2e5dc', '#ebdfd5', '#e0e4e6', '#efe8dc', '#e6e0e0']

function wall(s: Sheet, floorY: number): string {
  const paint = paints[Math.floor(s.rand() * paints.length)] ?? '#ece5db'
  const fill = linear(s, [[0, mix(paint, '#ffffff', 0.35)], [0.5, paint], [1, mix(paint, '#8c7a64', 0.14)]],
    [0, 0, 0.9, 1])
  return rect([0, 0, 800, floorY], fill) + ellipse([180, 190], [520, 420], softGlow(s, '#fffaf1', 0.6))
}

function skirting(y: number): string {
  return rect([0, y - 26, 800, 26], '#f8f5f0') + rect([0, y - 27, 800, 1.4], { fill: '#8c7a64', opacity: 0.35 }) +
    rect([0, y - 5, 800, 5], { fill: '#4a3826', opacity: 0.16 })
}

/** Floor boards running towards the viewer. */
function woodFloor(s: Sheet, y: number): string {
  const fill = linear(s, [[0, '#b98f64'], [0.35, '#cba277'], [1, '#d9b58b']], [0, 0, 0.15, 1])
  const joints = times(15, (i) => line([400 + (i - 7) * 62, y], [400 + (i - 7) * 122, 800],
    { stroke: '#7d5936', width: 1.3, opacity: 0.4 }))
  const ends = times(22, (i) => {
    const t = s.rand()
    const [lane, depth] = [(i % 14) - 7, y + (800 - y) * t]
    const [a, b] = [400 + lane * (62 + 60 * t), 400 + (lane + 1) * (62 + 60 * t)]
    return line([a, depth], [b, depth], { stroke: '#7d5936', width: 1.2, opacity: 0.4 })
  })
  return rect([0, y, 800, 800 - y], fill) + joints + ends +
    rect([0, y, 800, 40], linear(s, [[0, '#2a1a0c', 0.3], [1, '#2a1a0c', 0]], [0, 0, 0, 1])) +
    ellipse([240, 770], [420, 90], softGlow(s, '#fff4dd', 0.5))
}

function stoneFloor(s: Sheet, y: number): string {
  const fill = linear(s, [[0, '#c9c3ba'], [1, '#dfdad2']], [0, 0, 0.15, 1])
  const joints = times(9, (i) => line([400 + (i - 4) * 130, y], [400 + (i - 4) * 250, 800],
    { stroke: '#948b7f', width: 1.5, opacity: 0.5 }))
  return rect([0, y, 800, 800 - y], fill) + joints +
    line([0, y + 48], [800, y + 48], { stroke: '#948b7f', width: 1.4, opacity: 0.5 }) +
    line([0, y + 122], [800, y + 122], { stroke: '#948b7f', width: 1.8, opacity: 0.5 }) +
    rect([0, y, 800, 34], linear(s, [[0, '#2a1a0c', 0.28], [1, '#2a1a0c', 0]], [0, 0, 0, 1])) +
      ellipse([230, 760], [400, 80], softGlow(s, '#ffffff', 0.5))
}

/** Glazed wall tiles between two heights. */
function tiles(s: Sheet, [x, y, w, h]: Box, [tw, th]: readonly [number, number]): string {
  const glaze = mix(paints[Math.floor(s.rand() * paints.length)] ?? '#ece5db', '#ffffff', 0.35)
  const one = (tx: number, ty: number, t: number): string => rect([tx + 1, ty + 1, tw - 2, th - 2],
    { fill: mix(glaze, '#8c7a64', t), r: 1.5 }) + rect([tx + 1, ty + 1, tw - 2, 1.6], { fill: '#fff', opacity: 0.75 })
  const pair = one(0, 0, 0.03) + one(tw, 0, 0.06) + one(-tw / 2, th, 0.07) + one(tw / 2, th, 0.02) +
    one(tw * 1.5, th, 0.05)
  const pattern = tile(s, [tw * 2, th * 2], rect([0, 0, tw * 2, th * 2], mix(glaze, '#8c7a64', 0.22)) + pair)
  return rect([x, y, w, h], pattern) +
    rect([x, y, w, h], linear(s, [[0, '#fffaf0', 0.4], [0.5, '#fffaf0', 0], [1, '#3a2c1c', 0.14]], [0, 0, 1, 0.7]))
}

/** One kitchen front: a door or drawer with a slim handle. */
function front(s: Sheet, [x, y, w, h]: Box): string {
  const paint = linear(s, [[0, '#f3eee6'], [0.6, '#e7e0d5'], [1, '#d3cabd']], [0, 0, 0.7, 1])
  return rect([x, y, w, h], '#8d8478') + rect([x + 1.2, y + 1.2, w - 2.4, h - 2.4], { fill: paint, r: 1.5 }) +
    rect([x + 2, y + 2, w - 4, 1.4], { fill: '#fff', opacity: 0.8 }) +
    rect([x + w / 2 - Math.min(40, w * 0.2), y + 12, Math.min(80, w * 0.4), 5], { fill: '#a58a63', r: 2.5 }) +
      rect([x + w / 2 - Math.min(40, w * 0.2), y + 17, Math.min(80, w * 0.4), 4], { fill: '#000', opacity: 0.1, r: 2 })
}

function slab(s: Sheet, [x, y, w, h]: Box, edge: number): string {
  const stone = linear(s, [[0, '#e4ddd3'], [0.5, '#f4efe8'], [1, '#fbf8f3']], [0, 0, 0.2, 1])
  const speck = times(26, () => ellipse([x + s.rand() * w, y + s.rand() * h], [1 + s.rand() * 16, 0.7],
    { fill: '#9a8b78', opacity: 0.2 }))
  return rect([x, y, w, h], stone) + speck +
    rect([x, y, w, 22], linear(s, [[0, '#2a1a0c', 0.22], [1, '#2a1a0c', 0]], [0, 0, 0, 1])) +
    rect([x, y + h, w, edge], linear(s, [[0, '#fdfbf7'], [0.15, '#e6dfd5'], [1, '#c9bfb2']], [0, 0, 0, 1])) +
      rect([x, y + h + edge, w, 16], linear(s, [[0, '#2a1a0c', 0.35], [1, '#2a1a0c', 0]], [0, 0, 0, 1]))
}

function living(s: Sheet, { size }: Model): Room {
  const isLow = size.h < 150
  const high = Math.min(572, 240 + size.h * 0.32)
  const rug = ellipse([420, 742], [330, 50], mix(s.accent, '#e9e0d3', 0.84)) +
    ellipse([420, 740], [318, 45], mix(s.accent, '#f3ece2', 0.9))
  const isLeft = s.rand() > 0.5
  const extras = frame(s, isLeft ? [610, 130, 130, 170] : [70, 130, 130, 170]) +
    plant(s, [isLeft ? 120 : 690, 668], 330)
  return { behind: wall(s, 640) + windowLight(s, [isLeft ? 250 : 330, 70, 260, 330]) + skirting(640) +
    woodFloor(s, 640) + rug + extras, before: '', spot: isLow ? [250, 170, 310, 566] : [150, 722 - high, 500, high],
    isTurned: true }
}

function lounge(s: Sheet): Room {
  const behind = wall(s, 690) + windowLight(s, [150, 60, 250, 300]) + skirting(690) + woodFloor(s, 690) +
    sofa(s, [170, 490, 470, 220]) + plant(s, [716, 716], 330) + lamp(s, [92, 330], 110)
  return { behind, before: '', spot: [150, 150, 500, 190], isTurned: false }
}

function media(s: Sheet): Room {
  const wood = linear(s, [[0, '#cfa77b'], [0.5, '#bd9263'], [1, '#9c7248']], [0, 0, 0.4, 1])
  const board = ellipse([410, 738], [380, 26], softDark(s, 0.5)) + rect([70, 590, 660, 132], { fill: wood, r: 4 }) +
    rect([70, 586, 660, 12], { fill: '#dcb88e', r: 3 }) +
    times(3, (i) => rect([78 + i * 216, 604, 212, 112], { stroke: '#7a5530', width: 1.4, r: 2, opacity: 0.6 })) +
      times(2, (i) => rect([100 + i * 560, 722, 14, 20], '#6f5236'))
  const behind = wall(s, 680) + windowLight(s, [80, 50, 260, 320]) + skirting(680) + woodFloor(s, 680) + board +
    plant(s, [748, 742], 300)
  return { behind, before: vase(s, [104, 588], 120), spot: [130, 150, 540, 442], isTurned: false }
}

function kitchen(s: Sheet): Room {
  const run = slab(s, [0, 418, 800, 8], 14) + times(2, (i) => front(s, [10 + i * 96, 440, 94, 212])) +
    times(2, (i) => front(s, [600 + i * 98, 440, 96, 212])) + rect([0, 652, 800, 14], '#4b443b')
  const upper = rect([0, 0, 800, 70], '#f1ebe2') + times(6, (i) => front(s, [i * 136 - 8, -30, 134, 98])) +
    rect([0, 68, 800, 18], linear(s, [[0, '#2a1a0c', 0.3], [1, '#2a1a0c', 0]], [0, 0, 0, 1]))
  const behind = wall(s, 660) + tiles(s, [0, 70, 800, 352], [52, 26]) + windowLight(s, [90, 120, 220, 250]) + upper +
    run + boards(s, [90, 420], 120) + fruit(s, [702, 420], 96) + stoneFloor(s, 664)
  const gap = rect([205, 70, 390, 594], linear(s, [[0, '#e9e2d7'], [0.5, '#ded5c8'], [1, '#cfc4b5']])) +
    rect([205, 70, 10, 594], { fill: '#000', opacity: 0.12 }) +
    rect([585, 70, 10, 594], { fill: '#000', opacity: 0.2 })
  return { behind: behind + gap, before: '', spot: [225, 110, 350, 580], isTurned: false }
}

function laundry(s: Sheet): Room {
  const behind = wall(s, 660) + tiles(s, [0, 330, 800, 334], [66, 66]) + rect([0, 322, 800, 9], '#f8f4ee') +
    windowLight(s, [120, 40, 220, 250]) + skirting(660) + stoneFloor(s, 660) +
    shelf(s, [70, 190, 190], 'towels') + plant(s, [702, 690], 300)
  return { behind, before: basket(s, [128, 742], 130), spot: [215, 150, 390, 566], isTurned: true }
}

function counter(s: Sheet): Room {
  const behind = tiles(s, [0, 0, 800, 540], [78, 39]) + windowLight(s, [130, 60, 300, 330]) +
    group(shelf(s, [0, 0, 190], 'jars'), 'translate(510 190) scale(1.4)') + slab(s, [0, 536, 800, 150], 26) +
    times(4, (i) => front(s, [i * 201 - 2, 728, 200, 120])) +
    boards(s, [116, 562], 250) + vase(s, [712, 590], 270)
  return { behind, before: fruit(s, [128, 672], 150), spot: [215, 236, 400, 404], isTurned: true }
}

function dresser(s: Sheet): Room {
  const wood = linear(s, [[0, '#d5ae82'], [0.5, '#c59a6b'], [1, '#a67b50']], [0, 0, 0.3, 1])
  const desk = rect([0, 590, 800, 100], linear(s, [[0, '#c99f70'], [1, '#e0bd92']], [0, 0, 0, 1])) +
    rect([0, 690, 800, 22], '#b88c5e') + rect([0, 712, 800, 100], wood) +
    rect([0, 590, 800, 24], linear(s, [[0, '#2a1a0c', 0.26], [1, '#2a1a0c', 0]], [0, 0, 0, 1])) +
    times(3, (i) => rect([14 + i * 264, 724, 254, 90], { stroke: '#7a5530', width: 1.5, opacity: 0.5 }))
  const mirror = ellipse([600, 300], [130, 180], linear(s, [[0, '#f8f7f4'], [0.5, '#e4e4df'], [1, '#cfd1cd']],
    [0, 0, 1, 1])) + ellipse([600, 300], [130, 180], { stroke: '#b38a5c', width: 9 })
  return { behind: wall(s, 600) + windowLight(s, [110, 50, 280, 330]) + mirror + desk +
    vase(s, [150, 622], 230), before: '', spot: [215, 190, 380, 470], isTurned: true }
}

function bath(s: Sheet): Room {
  const behind = tiles(s, [0, 0, 800, 800], [100, 50]) + windowLight(s, [80, 90, 260, 360]) +
    shelf(s, [520, 690, 230], 'towels') + rect([70, 700, 250, 8], { fill: '#b9bdc1', r: 4 }) +
    path('M100 704h140v110h-140z', linear(s, [[0, '#ffffff'], [0.5, '#ece7df'], [1, '#cfc7bb']])) +
      path('M100 740h140v8h-140z', mix(s.accent, '#e9e0d3', 0.5))
  return { behind, before: '', spot: [140, 130, 520, 460], isTurned: false }
}

function cooking(s: Sheet): Room {
  const pot = rect([330, 610, 140, 66],
    { fill: linear(s, [[0, '#9a9fa3'], [0.3, '#f3f4f5'], [0.6, '#b9bdc1'], [1, '#6d7276']]), r: 10 }) +
    rect([322, 602, 156, 12], { fill: '#8f9498', r: 6 }) + ellipse([400, 602], [70, 9], '#b4b8bc') +
    rect([390, 586, 20, 12], { fill: '#2a2c2e', r: 5 }) +
    rect([306, 626, 26, 9], { fill: '#2a2c2e', r: 4 }) + rect([468, 626, 26, 9], { fill: '#2a2c2e', r: 4 })
  const plate = rect([230, 672, 340, 10], { fill: '#17181a', r: 3 })
  const upper = rect([0, 0, 130, 330], '#8d8478') + front(s, [0, -60, 128, 388]) + front(s, [672, -60, 130, 388])
  const behind = tiles(s, [0, 0, 800, 680], [64, 32]) + windowLight(s, [190, 60, 260, 300]) + upper +
    slab(s, [0, 676, 800, 10], 18) + times(5, (i) => front(s, [i * 162 - 4, 708, 160, 120])) + plate + pot +
    boards(s, [106, 678], 150) + fruit(s, [684, 678], 104)
  return { behind, before: '', spot: [150, 0, 500, 470], isTurned: false }
}

function cabinets(s: Sheet, { size }: Model): Room {
  const w = Math.min(420, (486 * size.w) / size.h)
  const top = 712 - (size.h / size.w) * w
  const left = 400 - w / 2 - 2
  const base = [0, 1].map((i) => front(s, [left - 150 - i * 150, 226, 149, 486]) +
    front(s, [802 - left + i * 150, 226, 149, 486])).join('')
  const niche = rect([left, 226, w + 4, 486], linear(s, [[0, '#cfc6ba'], [1, '#bdb3a5']])) +
    (top > 240 ? front(s, [left + 2, 226, w, top - 232]) : '')
  const behind = tiles(s, [0, 0, 800, 190], [64, 32]) + windowLight(s, [90, -60, 220, 230]) + base + niche +
    rect([0, 712, 800, 30], '#4b443b') + stoneFloor(s, 742) + slab(s, [0, 186, 800, 12], 26) +
    boards(s, [100, 196], 120) + fruit(s, [690, 194], 96) + vase(s, [560, 194], 130)
  return { behind, before: rect([left, top > 240 ? top - 6 : 224, w + 4, 16],
    linear(s, [[0, '#2a1a0c', 0.4], [1, '#2a1a0c', 0]], [0, 0, 0, 1])), spot: [left + 2, top, w, 712 - top],
    isTurned: false }
}

function worktop(s: Sheet): Room {
  const stone = linear(s, [[0, '#efe9e0'], [1, '#e0d8cc']], [0, 0, 0.6, 1])
  const veins = times(5, (i) =>
    path(`M${-20 + i * 40} ${260 + i * 90}C${240 + s.rand() * 60} ${190 + i * 110} ${520 + s.rand() * 60} ${330 +
    i * 70} 830 ${210 + i * 110}`, { stroke: '#a8998a', width: 1.4 + s.rand() * 2, opacity: 0.2 }))
  const top = rect([0, 210, 800, 500], stone) + veins +
    rect([0, 210, 800, 36], linear(s, [[0, '#2a1a0c', 0.2], [1, '#2a1a0c', 0]], [0, 0, 0, 1])) +
    rect([0, 708, 800, 30], linear(s, [[0, '#fdfbf7'], [1, '#c9bfb2']], [0, 0, 0, 1])) +
    times(4, (i) => front(s, [i * 201 - 2, 738, 200, 120]))
  const light = path('M60 230L430 230L640 700L220 700Z',
    { fill: radial(s, [[0, '#fffaf0', 0.75], [1, '#fffaf0', 0]], [0.4, 0.4, 0.6]) })
  return { behind: tiles(s, [0, 0, 800, 212], [78, 39]) + top + light + boards(s, [92, 262], 150) +
    vase(s, [716, 270], 190), before: '', spot: [120, 250, 560, 390], isTurned: false }
}

const rooms: Record<RoomName, (s: Sheet, model: Model) => Room> = { living, lounge, media, kitchen, laundry, counter,
  dresser, bath, cooking, cabinets, worktop }

/** Furnishes the room a kind of appliance belongs in. */
export function roomFor(s: Sheet, kind: PictureKind): Room {
  return rooms[roomOf[kind] ?? 'living'](s, models[kind])
}
