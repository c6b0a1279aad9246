import { putEnglish } from './catalogue.ts'
import { en as frame } from './shop.en.ts'
import { en as cases } from './shop-cases.en.ts'
import { en as cart } from './shop-cart.en.ts'
import { en as checkout } from './shop-checkout.en.ts'
import { en as find } from './shop-find.en.ts'
import { en as goods } from './shop-goods.en.ts'
import { en as home } from './shop-home.en.ts'
import { en as list } from './shop-list.en.ts'
import { en as orders } from './shop-orders.en.ts'
import { en as pay } from './shop-pay.en.ts'
import { en as transfer } from './shop-transfer.en.ts'
import { en as units } from './shop-units.en.ts'
import { en as viewer } from './shop-viewer.en.ts'

/**
 * Puts the English words in place: once on the server, and in a browser before it takes over an English page. Those of
 * the account's own pages come by `shop-english-account.ts`.
 */
export function speakEnglish(): void {
  putEnglish({ frame, cart, cases, checkout, find, goods, home, list, orders, pay, transfer, units, viewer })
}
