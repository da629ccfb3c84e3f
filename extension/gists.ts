import { type Gist, gistOf, joinGists } from '../core/report/gist.ts'
import type { Shown } from './results.ts'
import type { InTurn } from './turns.ts'

const made = new WeakMap<object, Gist>()

/** Without looking into what a scan has read: that came with it. */
export function gistIn(shown: Pick<Shown, 'result' | 'scanned'>): Gist {
  const known = shown.scanned?.gist ?? made.get(shown)
  if (known) return known
  const gist = gistOf(shown.result)
  made.set(shown, gist)
  return gist
}

/** Sites looked into in one go. */
const atOnce = 16

/** Before all are asked for: of a large file that is open it takes longer than a frame. */
export async function makeGists(all: Iterable<Shown>, inTurn: InTurn): Promise<void> {
  const isLarge = (shown: Shown) => !shown.scanned && !made.has(shown) && shown.result.sites.length > atOnce
  const large: Shown[] = []
  for (const shown of all) if (isLarge(shown)) large.push(shown)
  for (const shown of large) {
    const { sites, functions = [] } = shown.result
    const parts = [await inTurn(() => gistOf({ sites: [], functions }))]
    for (let start = 0; start < sites.length; start += atOnce)
      parts.push(await inTurn(() => gistOf({ sites: sites.slice(start, start + atOnce) })))
    made.set(shown, await inTurn(() => joinGists(parts)))
  }
}
