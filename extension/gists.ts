import { type Gist, gistOf } from '../core/report/gist.ts'
import type { Shown } from './results.ts'

const made = new WeakMap<object, Gist>()

/** Without looking into what a scan has read: that came with it. */
export function gistIn(shown: Pick<Shown, 'result' | 'scanned'>): Gist {
  const known = shown.scanned?.gist ?? made.get(shown)
  if (known) return known
  const gist = gistOf(shown.result)
  made.set(shown, gist)
  return gist
}
