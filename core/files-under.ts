/** What a folder holds, by name. A link is `other`: what it leads to is not looked at. */
export interface Held {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** More files or folders than this are not gone through. */
const mostHeld = 10_000

/**
 * Files below a folder, relative to it with `/`, so many names deep at most: 1 is what stands in it itself.
 * @param list undefined where a folder cannot be read
 * @returns undefined where it cannot be told: a folder is not to be read, a link may be one, or there are too many
 */
export function filesUnder(
  list: (folder: string) => readonly Held[] | undefined,
  folder: string,
  depth: number,
): readonly string[] | undefined {
  const found: string[] = []
  const left: (readonly [inner: string, depth: number])[] = [['', depth]]
  let held = 0
  for (const [inner, more] of left) {
    const entries = list([folder, inner].filter((part) => part !== '').join('/'))
    held += entries?.length ?? 0
    if (entries === undefined || held > mostHeld || entries.some(({ kind }) => kind === 'other')) return undefined
    for (const { name, kind } of entries) {
      const path = inner === '' ? name : `${inner}/${name}`
      if (kind === 'file') found.push(path)
      else if (more > 1) left.push([path, more - 1])
    }
  }
  return found
}
