import type { LegalText } from './shop-legal.ts'

export const en: Record<'terms' | 'privacy', LegalText> = {
  terms: {
    title: 'Terms of service',
    lead: 'What you and we agree on when you register, order and use our service at Hearth.',
    since: 'In force since 1 January 2026',
    parts: [
      ['1. Your account', 'Registering takes a mobile number of your own. Keep password and codes to yourself, also from callers who say they work for us.', 'If somebody else uses your account, sign that device out under “Signed-in devices” and change your password at once.', 'You can delete the account at any time and take that back for 7 days. Open orders have to be finished or cancelled first.'],
      ['2. Goods and prices', 'A product page states specification, energy class, warranty and whether installation is included. Prices are in yuan with tax; the amount shown when you place the order counts.', 'Placed goods are held for you until the countdown ends. Unpaid orders are then cancelled and the goods released.'],
      ['3. Payment, delivery, installation', 'Payment is done by companies such as Alipay; we never see your payment password.', 'We ship to the address of the order, and its page shows the parcel on its way. Large machines come by driver; for installation we call you first.'],
      ['4. Cancelling and refunds', 'An unpaid order can be cancelled at any time. If it is paid but not shipped, cancelling sends the money back the way it came.', 'Within 7 days of delivery, goods in perfect condition may be returned. Faults found in use are refunded, exchanged or repaired as the law asks.'],
      ['5. Warranty and repair', 'Every machine has its own code. Its warranty starts on the day it is activated, and its page says until when it runs.', 'Within the warranty, faults that are not your doing are repaired free of charge. Misuse, own repairs and natural disasters are not covered; we quote before we repair.'],
      ['6. Liability', 'We answer for what we sell and for our service. When something beyond our power delays us, we tell you soon and look for a way.', 'Do not use this shop for anything unlawful, sell your account or order in bulk by programs. We may then cancel orders or close the account, and say why.'],
      ['7. Changes and disputes', 'Changes are published on this page 7 days ahead. Orders that are placed keep the terms they were placed under.', 'Please talk to our service first. Otherwise you may turn to a consumer association or to the court at our place of business.'],
    ],
  },
  privacy: {
    title: 'Privacy policy',
    lead: 'What we collect, what for, who gets it, how long we keep it, and what you can do.',
    since: 'In force since 1 January 2026',
    parts: [
      ['1. What we collect', 'On registering: user name, mobile number, password (kept only as a hash; we cannot read it).', 'On ordering: recipient, number, address, the order and the result of its payment. On signing in with QQ, Alipay or WeChat: their identifier for you, nickname and picture.', 'In use: device, network address and time of sign-ins, to protect the account; what you viewed and searched, so that you find it again.'],
      ['2. What for', 'For orders, delivery, installation, warranty and repair; for codes and notices; against stolen accounts and fraud.', 'We do not sell your data, nor use it for anything apart from your shopping here.'],
      ['3. Who gets it', 'Delivery and installation: recipient, number and address go to carrier and fitter. Payment: order number and amount go to the payment company. Text messages: your number goes to their carrier.', 'Where a maker ships or repairs, it gets what that takes. Authorities get what the law demands, by due process.'],
      ['4. Cookies', 'Only the necessary ones: staying signed in, your cart, your language and the city to deliver to. No advertising, no tracking across sites.'],
      ['5. How long', 'Account data stays until you delete the account. 7 days later, user name, mobile number, e-mail, picture, addresses and ways to sign in are deleted.', 'Orders and payments are kept as accounting and tax law ask, without your name and contact.'],
      ['6. What you can do', 'Under “My account” you see and change your data, addresses and ways to sign in, see the signed-in devices, and delete the account.', 'You need not give us what you do not want to. If a service cannot do without it (no delivery without an address), we say so.'],
      ['7. How we protect it', 'All transfer is encrypted, sign-ins are kept where scripts cannot read them, staff see only what their work takes, and that is recorded.', 'Should data ever leak, we tell you and the authorities soon, and what to do.'],
      ['8. Minors', 'Below the age of 14, a guardian has to register and order.'],
    ],
  },
}
