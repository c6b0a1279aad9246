import type { zh } from './shop-viewer.ts'

export const en: typeof zh = {
  title: (name) => `${name}, large picture`,
  picture: (at, of) => `Picture ${at} of ${of}`,
  zoom: 'Zoom in',
  close: 'Close the picture',
  previous: 'Previous picture',
  next: 'Next picture',
}
