import type { Span } from '../types.ts'
import { unknownValue, type Value } from './value.ts'

/** More alternatives than this tell nobody anything; the value is unknown, `limit`. */
const most = 24

/** Each value once. */
export function distinct(values: readonly Value[], at: Span): readonly Value[] {
  if (values.length === 1) return values
  const kept: Value[] = []
  for (const value of values) {
    // A cycle adds nothing to what the other branches say.
    if (value.is === 'unknown' && value.why === 'cycle' && values.some((other) => other.is !== 'unknown')) continue
    if (kept.some((other) => same(other, value))) continue
    kept.push(value)
    if (kept.length > most) return [unknownValue('limit', at)]
  }
  return kept.length === 0 ? [unknownValue('dynamic', at)] : kept
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.is === 'scalar') return b.is === 'scalar' && a.value === b.value && a.assumed === b.assumed
  if (a.is === 'data') return b.is === 'data' && a.expr === b.expr
  if (a.is === 'function' || a.is === 'class') return b.is === a.is && a.scope === b.scope && a.home === b.home
  if (a.is === 'unknown') return b.is === 'unknown' && a.why === b.why && a.outside === b.outside
  return false
}
