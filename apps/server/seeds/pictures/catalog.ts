import * as air from './air.ts'
import * as cleaning from './cleaning.ts'
import * as cooking from './hoods-and-hobs.ts'
import * as builtIn from './kitchen-built-in.ts'
import * as cookers from './kitchen-cookers.ts'
import * as counter from './kitchen-counter.ts'
import * as laundry from './laundry.ts'
import type { Model } from './model.ts'
import * as fridges from './refrigerators.ts'
import * as screens from './screens.ts'
import * as water from './water.ts'

export type PictureKind =
  | 'refrigerator-french' | 'refrigerator-two-door' | 'refrigerator-side-by-side' | 'freezer-chest' | 'wine-cooler'
  | 'washer-front' | 'washer-top' | 'dryer' | 'washer-dryer-set' | 'ac-wall' | 'ac-floor' | 'ac-portable'
  | 'television' | 'soundbar' | 'water-heater-electric' | 'water-heater-gas' | 'water-purifier' | 'water-dispenser'
  | 'range-hood-side' | 'range-hood-top' | 'gas-hob' | 'induction-hob' | 'oven-built-in' | 'steam-oven' | 'microwave'
  | 'dishwasher' | 'sterilizer-cabinet' | 'rice-cooker' | 'pressure-cooker' | 'kettle' | 'air-fryer' | 'blender'
  | 'coffee-machine' | 'vacuum-stick' | 'vacuum-robot' | 'air-purifier' | 'humidifier' | 'fan' | 'heater'
  | 'iron-garment-steamer' | 'hair-dryer'

export const models: Readonly<Record<PictureKind, Model>> = {
  'refrigerator-french': fridges.refrigeratorFrench,
  'refrigerator-two-door': fridges.refrigeratorTwoDoor,
  'refrigerator-side-by-side': fridges.refrigeratorSideBySide,
  'freezer-chest': fridges.freezerChest,
  'wine-cooler': fridges.wineCooler,
  'washer-front': laundry.washerFrontLoader,
  'washer-top': laundry.washerTopLoader,
  dryer: laundry.dryer,
  'washer-dryer-set': laundry.washerDryerSet,
  'ac-wall': air.acWall,
  'ac-floor': air.acFloor,
  'ac-portable': air.acPortable,
  television: screens.television,
  soundbar: screens.soundbar,
  'water-heater-electric': water.waterHeaterElectric,
  'water-heater-gas': water.waterHeaterGas,
  'water-purifier': water.waterPurifier,
  'water-dispenser': water.waterDispenser,
  'range-hood-side': cooking.rangeHoodSide,
  'range-hood-top': cooking.rangeHoodTop,
  'gas-hob': cooking.gasHob,
  'induction-hob': cooking.inductionHob,
  'oven-built-in': builtIn.ovenBuiltIn,
  'steam-oven': builtIn.steamOven,
  microwave: builtIn.microwave,
  dishwasher: builtIn.dishwasher,
  'sterilizer-cabinet': builtIn.sterilizerCabinet,
  'rice-cooker': cookers.riceCooker,
  'pressure-cooker': cookers.pressureCooker,
  kettle: cookers.kettle,
  'air-fryer': cookers.airFryer,
  blender: counter.blender,
  'coffee-machine': counter.coffeeMachine,
  'vacuum-stick': cleaning.vacuumStick,
  'vacuum-robot': cleaning.vacuumRobot,
  'air-purifier': air.airPurifier,
  humidifier: air.humidifier,
  fan: air.fan,
  heater: air.heater,
  'iron-garment-steamer': cleaning.ironGarmentSteamer,
  'hair-dryer': cleaning.hairDryer,
}
