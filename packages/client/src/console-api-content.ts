import type { Static } from 'typebox'
import type {
  BannerBody, BannerPosition, BannerView, CaseBody, CaseDetail, CaseView, ChannelBody, ChannelView, ContentBody,
  ContentView,
} from '@hearth/contracts/content'
import type { MediaImageView, MediaUses } from '@hearth/contracts/media'
import type { FruitlessKeyword, HotKeywords, SearchLogQuery, SearchLogView } from '@hearth/contracts/search'
import { listCategories } from './api/catalog.ts'
import { everyPage, PAGE, paged } from './console-pages.ts'
import { ask } from './http.ts'
import type { Http } from './http.ts'

/** What stands in an order of its own; the word is the one in the address. */
export type Ordered = 'home-banners' | 'contents' | 'channels' | 'cases'

type Words = { days: number; limit: number }

/** What the shop shows besides its goods. Administrators only. */
export function contentCalls(http: Http) {
  return {
    ...bannerCalls(http), ...advertCalls(http), ...channelCalls(http), ...caseCalls(http), ...libraryCalls(http),
    ...searchCalls(http),
    /** Names that do not exist any more change nothing. */
    reorder: (what: Ordered, ids: readonly number[]) =>
      ask<{ ids: number[] }>(http, { method: 'POST', path: `/api/${what}/reorder/`, body: { ids } }),
    removeContent: (what: Ordered, id: number) => ask<null>(http, { method: 'DELETE', path: `/api/${what}/${id}/` }),
  }
}

function bannerCalls(http: Http) {
  return {
    /** All of one place, in their order. */
    banners: (position: BannerPosition) => everyPage((page) => paged<BannerView>(http, {
      method: 'GET', path: '/api/home-banners/', query: { position, page, page_size: PAGE },
    })),
    createBanner: (body: BannerBody, key: string) =>
      ask<BannerView>(http, { method: 'POST', path: '/api/home-banners/', body, headers: { 'idempotency-key': key } }),
    changeBanner: (id: number, body: BannerBody) =>
      ask<BannerView>(http, { method: 'PATCH', path: `/api/home-banners/${id}/`, body }),
  }
}

function advertCalls(http: Http) {
  return {
    /** All of all places, by key and in their order. */
    adverts: () => ask<ContentView[]>(http, { method: 'GET', path: '/api/contents/' }),
    createAdvert: (body: ContentBody, key: string) =>
      ask<ContentView>(http, { method: 'POST', path: '/api/contents/', body, headers: { 'idempotency-key': key } }),
    changeAdvert: (id: number, body: ContentBody) =>
      ask<ContentView>(http, { method: 'PATCH', path: `/api/contents/${id}/`, body }),
  }
}

function channelCalls(http: Http) {
  return {
    channels: () => ask<ChannelView[]>(http, { method: 'GET', path: '/api/channels/' }),
    createChannel: (body: ChannelBody, key: string) =>
      ask<ChannelView>(http, { method: 'POST', path: '/api/channels/', body, headers: { 'idempotency-key': key } }),
    changeChannel: (id: number, body: ChannelBody) =>
      ask<ChannelView>(http, { method: 'PATCH', path: `/api/channels/${id}/`, body }),
    /** Departments: what a line of the menu opens. */
    departments: () => listCategories(http, 'major'),
  }
}

function caseCalls(http: Http) {
  return {
    cases: () => everyPage((page) => paged<CaseView>(http, {
      method: 'GET', path: '/api/cases/', query: { page, page_size: PAGE },
    })),
    caseById: (id: number) => ask<CaseDetail>(http, { method: 'GET', path: `/api/cases/${id}/` }),
    createCase: (body: CaseBody, key: string) =>
      ask<CaseDetail>(http, { method: 'POST', path: '/api/cases/', body, headers: { 'idempotency-key': key } }),
    /** With `updated_at` as it was read: 409 when somebody changed it since. */
    changeCase: (id: number, body: CaseBody) =>
      ask<CaseDetail>(http, { method: 'PATCH', path: `/api/cases/${id}/`, body }),
  }
}

function libraryCalls(http: Http) {
  const of = (id: number) => `/api/media-images/${id}/`
  return {
    picture: (id: number) => ask<MediaImageView>(http, { method: 'GET', path: of(id) }),
    /** The picture at this address; undefined when it is none of the library's. */
    pictureAt: async (url: string): Promise<MediaImageView | undefined> =>
      (await paged<MediaImageView>(http, { method: 'GET', path: '/api/media-images/', query: { url } })).rows[0],
    pictureUses: (id: number) => ask<MediaUses>(http, { method: 'GET', path: `${of(id)}uses/` }),
    /** What shows it is counted in `facts.counts`; then nothing was deleted. */
    removePicture: (id: number) => ask<null>(http, { method: 'DELETE', path: of(id) }),
  }
}

function searchCalls(http: Http) {
  return {
    searches: (query: Static<typeof SearchLogQuery>) =>
      paged<SearchLogView>(http, { method: 'GET', path: '/api/search-logs/', query }),
    hotWords: async (query: Words) => (await ask<Static<typeof HotKeywords>>(http, {
      method: 'GET', path: '/api/search-logs/hot_keywords/', query,
    })).hot_keywords,
    fruitlessWords: async (query: Words) => (await ask<{ keywords: FruitlessKeyword[] }>(http, {
      method: 'GET', path: '/api/search-logs/fruitless_keywords/', query,
    })).keywords,
  }
}
