// https://developer.hashicorp.com/terraform/language/functions/regex
import { known, unknown } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { list, object, toText, type Value } from '../value.ts'
import type { FunctionTable } from './function.ts'

/** Terraform's patterns are linear in the text; ours are not, so neither may be long. UTF-16 units. */
const longestText = 10_000
const longestPattern = 1000

/** A repetition of what repeats itself: a text that just fails to match could cost exponential time. */
const explosive = /[*+}]\??\)(?:[*+]|\{\d)/

const classes: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\t\\n\\v\\f\\r ',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  punct: '!-\\/:-@\\[-`{-~',
}

/** The pattern in the dialect of JavaScript; undefined where it has no word for something, or might run away. */
function patternOf(source: string, flags: string): RegExp | undefined {
  if (source.length > longestPattern || explosive.test(source)) return undefined
  const [, leading = ''] = /^\(\?([ims]+)\)/.exec(source) ?? []
  const body = source
    .slice(leading === '' ? 0 : leading.length + 3)
    .replace(/\(\?P</g, '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$')
    .replace(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole)
  if (/\(\?[a-zA-Z-]|\\[QEC]|\[:/.test(body)) return undefined
  for (const unicode of ['u', '']) {
    try {
      return new RegExp(body, flags + leading + unicode)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

/** The whole match, or its groups: by name where they have names. A group that took no part is null. */
function captures(match: RegExpExecArray | RegExpMatchArray, at: Location): Known<Value> {
  const one = (text: string | undefined) => known<Value>(text ?? null, at)
  if (match.groups)
    return known<Value>(object(Object.entries(match.groups).map(([name, text]) => [name, one(text)] as const)), at)
  return match.length > 1 ? known<Value>(list(match.slice(1).map(one)), at) : one(match[0])
}

/** `$1`, `$name` and `${name}` stand for groups, `$$` for a dollar; a name is as long as it can be. */
function expand(
  replacement: string,
  match: readonly (string | undefined)[],
  groups: Record<string, string> | undefined,
) {
  return replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    if (whole === '$$') return '$'
    const name = braced ?? bare!
    return (/^\d+$/.test(name) ? match[Number(name)] : groups?.[name]) ?? ''
  })
}

function withPattern(
  pattern: Value | undefined,
  text: Value | undefined,
  flags: string,
  at: Location,
  apply: (pattern: RegExp, text: string) => Known<Value> | undefined,
): Known<Value> | undefined {
  const [source, subject] = [toText(pattern ?? null), toText(text ?? null)]
  if (source === undefined || subject === undefined) return undefined
  const made = subject.length > longestText ? undefined : patternOf(source, flags)
  return made === undefined ? unknown('unsupported', at) : apply(made, subject)
}

export const regular: FunctionTable = {
  regex: ([pattern, text], at) =>
    withPattern(pattern, text, '', at, (made, subject) => {
      const match = made.exec(subject)
      return match === null ? undefined : captures(match, at)
    }),
  regexall: ([pattern, text], at) =>
    withPattern(pattern, text, 'g', at, (made, subject) =>
      known<Value>(list([...subject.matchAll(made)].map((match) => captures(match, at))), at),
    ),
  replace: ([text, from, to], at) => {
    const [whole, what, by] = [toText(text ?? null), toText(from ?? null), toText(to ?? null)]
    if (whole === undefined || what === undefined || by === undefined) return undefined
    if (what.length < 2 || !what.startsWith('/') || !what.endsWith('/'))
      return known<Value>(whole.split(what).join(by), at)
    return withPattern(what.slice(1, -1), whole, 'g', at, (made, subject) => {
      const replaced = subject.replace(made, (...match) => {
        const named = match.at(-1)
        const groups = typeof named === 'object' ? (named as Record<string, string>) : undefined
        return expand(by, match.slice(0, groups ? -3 : -2) as string[], groups)
      })
      return known<Value>(replaced, at)
    })
  },
}
