import { plus } from '../band.ts'
import type { Band, Finding, Fix } from '../types.ts'

/**
 * What is said of one place in the same words, since a module stands there several times, is said once: what it saves is the sum,
 * and a fix, whose edit changes them all, is told with the sum before and after.
 */
export function oncePerPlace(findings: readonly Finding[]): Finding[] {
  // Most stand alone, which is told without writing out what they say.
  const placeOf = ({ rule, location }: Finding) => `${rule} ${location.span[0]}`
  const times = new Map<string, number>()
  for (const finding of findings) times.set(placeOf(finding), (times.get(placeOf(finding)) ?? 0) + 1)
  const byWords = new Map<string | Finding, Finding[]>()
  for (const finding of findings) {
    const { rule, location, message } = finding
    const words = times.get(placeOf(finding)) === 1 ? finding : JSON.stringify([rule, location, message])
    byWords.set(words, [...(byWords.get(words) ?? []), finding])
  }
  return [...byWords.values()].map(together)
}

/** A rule speaks once of a place in code, though several calls are made through what is written there. */
export function firstPerPlace(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ rule, location: { cell, span } }) => {
    const place = `${rule} ${cell ?? ''} ${span.join()}`
    return !seen.has(place) && seen.add(place)
  })
}

function together(alike: readonly Finding[]): Finding {
  const [first, ...others] = alike as [Finding, ...Finding[]]
  if (others.length === 0) return first
  const saved = summed(alike.map(({ saves }) => saves?.usd))
  const more = others.length === 1 ? '1 more instance' : `${others.length} more instances`
  return {
    ...first,
    message: `${first.message} The same holds for ${more} of the module.`,
    saves: first.saves && saved && { ...first.saves, usd: saved },
    fixes: first.fixes.map((fix, i) => {
      const each = alike.map(({ fixes }) => fixes[i])
      return { ...fix, before: sumOf(each, 'before'), after: sumOf(each, 'after') }
    }),
  }
}

const sumOf = (fixes: readonly (Fix | undefined)[], side: 'before' | 'after') => summed(fixes.map((fix) => fix?.[side]))

/** Undefined where one of them is not known. */
function summed(bands: readonly (Band | undefined)[]): Band | undefined {
  return bands.every((band) => band !== undefined) ? bands.reduce(plus) : undefined
}
