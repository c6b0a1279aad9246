import { ApiRefusal } from '@hearth/client/http'
import type { MediaImageView } from '@hearth/contracts/media'

/** Pictures whose numbers are known already, by their addresses. */
export type KnownPictures = ReadonlyMap<string, number>

type Look = {
  known: KnownPictures
  look: (url: string) => Promise<MediaImageView | undefined>
  /** What is said of a picture that is not in the library any more. */
  gone: string
}

/**
 * The numbers of pictures, which the server wants, from their addresses, which forms hold. What is not known is looked
 * up, each once. Throws `ApiRefusal` for `picture` when one is gone.
 */
export async function pictureIds(urls: readonly string[], { known, look, gone }: Look): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const url of new Set(urls.filter((each) => each !== ''))) {
    const id = known.get(url) ?? (await look(url))?.id
    if (id === undefined) throw new ApiRefusal(400, { message: gone, errors: { picture: [gone] } })
    found.set(url, id)
  }
  return found
}
