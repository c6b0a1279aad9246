import type { zh } from './shop-cases.ts'

export const en: typeof zh = {
  title: 'Homes',
  lead: 'Other people’s kitchens, balconies and living rooms: where their machines stand and how they are used.',
  description: 'Real homes with appliances from Hearth: the rooms, the choice, the place and what it is like to live with them.',
  count: (count) => (count === 1 ? '1 home' : `${count} homes`),
  emptyTitle: 'Nothing here yet',
  emptyText: 'The first story is on its way. Meanwhile, look at our products.',
  goods: 'See products',
  neighbours: 'Other homes',
  previous: 'Previous',
  next: 'Next',
  all: 'All homes',
  caseDescription: (title, start) => (start === '' ? `${title}, a home with appliances from Hearth.` : start),
  coverAlt: (title) => `${title}, cover`,
  pictureAlt: (title, at) => `${title}, picture ${at}`,
}
