import type { zhPictures } from './console-texts-zh-pictures.ts'

/** Words for choosing, uploading and ordering pictures, English. */
export const enPictures: typeof zhPictures = {
  pictures: {
    upload: 'Upload pictures',
    choose: 'Choose from the library',
    dropSeveral: 'Drop pictures here or paste them. jpg, png, gif, webp or bmp, at most 20 MB each.',
    dropOne: 'Drop a picture here or paste it. jpg, png, gif, webp or bmp, at most 20 MB.',
    full: (max) => `All ${max} places are taken`,
    uploading: (name) => `Uploading ${name}`,
    again: 'Try again',
    dismiss: 'Never mind',
    nth: (place) => `picture ${place}`,
    open: (label, place) => `Open ${label}, picture ${place}`,
    remove: (label, place) => `Remove ${label}, picture ${place}`,
    movedTo: (from, to) => `Picture ${from} is now picture ${to}`,
    faults: { type: 'Not a picture that can be used. Choose jpg, png, gif, webp or bmp.', size: 'Larger than 20 MB; make it smaller first.' },
    library: 'Choose from the library',
    search: 'Search by file name',
    use: (count) => (count === 0 ? 'Use' : count === 1 ? 'Use this picture' : `Use these ${count}`),
    none: 'No pictures',
    noneYet: 'Nothing has been uploaded yet.',
    noneFound: 'Try another file name.',
  },
  order: {
    up: (name) => `Move ${name} up`,
    down: (name) => `Move ${name} down`,
    left: (name) => `Move ${name} forward`,
    right: (name) => `Move ${name} back`,
    grip: 'Drag to reorder',
  },
}
