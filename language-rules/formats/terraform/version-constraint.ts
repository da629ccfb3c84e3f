// https://developer.hashicorp.com/terraform/language/expressions/version-constraints
/** What a condition leaves: versions from `low` on and before `high`, each as numbers a version is made of. */
interface Span {
  readonly low: Version
  readonly high: Version
}
type Version = readonly [major: number, minor: number, patch: number]

const first: Version = [0, 0, 0]
const beyond: Version = [Number.POSITIVE_INFINITY, 0, 0]

/**
 * The newest major of `from` to `to` of which a version can satisfy `">= 18.0, < 21.0"`: Terraform takes the newest version that does.
 * Undefined where none can, or the text is no constraint. A suffix, as of a beta, is left out of account.
 */
export function newestMajor(constraint: string, from: number, to: number): number | undefined {
  const spans = constraint.split(',').map(spanOf)
  for (let major = to; major >= from; major--) {
    const within = meet([{ low: [major, 0, 0], high: [major + 1, 0, 0] }, ...spans])
    if (within !== undefined && compare(within.low, within.high) < 0) return major
  }
  return undefined
}

function spanOf(condition: string): Span | undefined {
  const [, operator = '', text = ''] =
    /^\s*(=|!=|>=?|<=?|~>|)\s*v?(\d+(?:\.\d+)*)(?:[-+][\w.+-]*)?\s*$/.exec(condition) ?? []
  if (text === '') return undefined
  const written = text.split('.').map(Number)
  const version: Version = [written[0]!, written[1] ?? 0, written[2] ?? 0]
  const next: Version = [version[0], version[1], version[2] + 1]
  switch (operator) {
    case '!=':
      return { low: first, high: beyond }
    case '>':
      return { low: next, high: beyond }
    case '>=':
      return { low: version, high: beyond }
    case '<':
      return { low: first, high: version }
    case '<=':
      return { low: first, high: next }
    case '~>':
      return { low: version, high: afterRightmost(written) }
    default:
      return { low: version, high: next }
  }
}

/** Only the last number that is written may grow: of `~> 1.2` that is the minor, of `~> 1` the major itself. */
function afterRightmost(written: readonly number[]): Version {
  if (written.length === 1) return beyond
  return written.length === 2 ? [written[0]! + 1, 0, 0] : [written[0]!, written[1]! + 1, 0]
}

function meet(spans: readonly (Span | undefined)[]): Span | undefined {
  return spans.reduce(
    (all, span) =>
      all &&
      span && { low: later(all.low, span.low), high: later(all.high, span.high) === all.high ? span.high : all.high },
  )
}

const later = (a: Version, b: Version) => (compare(a, b) >= 0 ? a : b)

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
