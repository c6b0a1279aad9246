import type { Static } from 'typebox'
import type { ExportQuery, ImportApply, ImportLine, ImportLinesQuery, ImportView, TemplateQuery } from '@hearth/contracts/bulk'
import { paged } from './console-pages.ts'
import { ask, queryText } from './http.ts'
import type { Http } from './http.ts'

const ALL = '/api/imports/'
const of = (id: number) => `${ALL}${id}/`

/** Products, SKUs, prices and stock as files. Administrators only. */
export function bulkCalls(http: Http) {
  return {
    imports: (query: { page: number; page_size: number }) => paged<ImportView>(http, { method: 'GET', path: ALL, query }),
    importOne: (id: number) => ask<ImportView>(http, { method: 'GET', path: of(id) }),
    importLines: (id: number, query: Static<typeof ImportLinesQuery>) =>
      paged<ImportLine>(http, { method: 'GET', path: `${of(id)}lines/`, query }),
    /** The server reads the file and then looks through its lines. */
    uploadImport: (file: File) => {
      const body = new FormData()
      body.set('file', file)
      return ask<ImportView>(http, { method: 'POST', path: ALL, body })
    },
    applyImport: (id: number, body: Static<typeof ImportApply>) =>
      ask<ImportView>(http, { method: 'POST', path: `${of(id)}apply/`, body }),
    discardImport: (id: number) => ask<ImportView>(http, { method: 'DELETE', path: of(id) }),
  }
}

/** Where the browser fetches the lines of an import that cannot go. */
export function refusedPath(id: number, query: Static<typeof TemplateQuery>): string {
  return `${of(id)}refused/${queryText(query)}`
}

/** Where the browser fetches a title line to fill in. */
export function templatePath(query: Static<typeof TemplateQuery>): string {
  return `${ALL}template/${queryText(query)}`
}

/** Where the browser fetches products, prices or stock as a file. */
export function exportPath(query: Static<typeof ExportQuery>): string {
  return `/api/products/export/${queryText(query)}`
}
