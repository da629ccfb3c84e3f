// Which models succeed which in the line their maker sells them in, by the version in the name.
import type { ModelPrice, PriceBook } from './book.ts'
import { kindOf, profileOf } from './model-id.ts'

interface Version {
  readonly line: string
  readonly version: number
}

/**
 * How makers write line and version: `claude-3-5-sonnet` and `claude-opus-4-8`, `gpt-4o-mini` and `gpt-4.1`, `gemini-2.5-flash-lite`.
 * GPT-4o came between GPT-4 and GPT-4.1. https://platform.claude.com/docs/en/about-claude/models/overview,
 * https://developers.openai.com/api/docs/models, https://ai.google.dev/gemini-api/docs/models
 */
const names: readonly (readonly [pattern: RegExp, read: (groups: Record<string, string | undefined>) => Version])[] = [
  [
    /^claude-(?<major>\d)(-(?<minor>\d))?-(?<tier>opus|sonnet|haiku)$/,
    ({ major, minor, tier }) => ({ line: `claude ${tier}`, version: number(major, minor) }),
  ],
  [
    /^claude-(?<tier>opus|sonnet|haiku)-(?<major>\d)(-(?<minor>\d))?$/,
    ({ major, minor, tier }) => ({ line: `claude ${tier}`, version: number(major, minor) }),
  ],
  [
    /^gpt-(?<major>\d)(\.(?<minor>\d))?(?<omni>o)?(-(?<tier>mini|nano))?$/,
    ({ major, minor, omni, tier }) => ({
      line: `gpt ${tier ?? ''}`,
      version: number(major, minor) + (omni === undefined ? 0 : 0.05),
    }),
  ],
  [
    /^gemini-(?<major>\d)(\.(?<minor>\d))?-(?<tier>pro|flash-lite|flash)$/,
    ({ major, minor, tier }) => ({ line: `gemini ${tier}`, version: number(major, minor) }),
  ],
]

const number = (major: string | undefined, minor = '0') => Number(major) + Number(minor) / 10

function versionOf(id: string): Version | undefined {
  const kind = kindOf(id)
  for (const [pattern, read] of names) {
    const groups = pattern.exec(kind)?.groups
    if (groups) return read(groups)
  }
  return undefined
}

/** By provider and id: a book has thousands of models, and rules ask at each keystroke. */
const found = new WeakMap<PriceBook, Map<string, readonly ModelPrice[]>>()

/** Later models of the same line that the same provider serves and of which it has not said when they go, newest first. */
export function newerModels(prices: PriceBook, model: ModelPrice): readonly ModelPrice[] {
  const ofBook = found.get(prices) ?? new Map<string, readonly ModelPrice[]>()
  found.set(prices, ofBook)
  const key = `${model.provider} ${model.id}`
  const newer = ofBook.get(key) ?? findNewer(prices, model)
  ofBook.set(key, newer)
  return newer
}

function findNewer(prices: PriceBook, model: ModelPrice): readonly ModelPrice[] {
  const own = versionOf(model.id)
  if (!own) return []
  const seen = new Set<string>()
  return prices
    .models()
    .filter(({ provider, id, mode, retired }) => {
      if (provider !== model.provider || mode !== model.mode || profileOf(id) !== profileOf(model.id)) return false
      const other = versionOf(id)
      return other?.line === own.line && other.version > own.version && retired === undefined
    })
    .sort((a, b) => versionOf(b.id)!.version - versionOf(a.id)!.version || a.id.length - b.id.length)
    .filter(({ id }) => !seen.has(kindOf(id)) && seen.add(kindOf(id)))
}
