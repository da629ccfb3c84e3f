// What a program fills in when it runs, and is counted all the same: pictures by their size, retrieved texts by their pieces.
import { exactly, scale } from '../band.ts'
import { familyOf, isPublished } from '../tokens/families.ts'
import { imageTokens } from '../tokens/images.ts'
import type { Assumption, Band, PromptPart, Retrieved } from '../types.ts'

type Hole = Extract<PromptPart, { is: 'hole' }>

export interface CountedHole {
  readonly hole: Hole
  readonly label: 'Pictures' | 'Retrieved context'
  readonly tokens: Band
  readonly assumed: readonly Assumption[]
}

export function countedHoles(parts: readonly PromptPart[], model: string): readonly CountedHole[] {
  return parts.flatMap((part): readonly CountedHole[] => {
    if (part.is !== 'hole') return []
    if (part.retrieved) return [retrievedHole(part, part.retrieved, model)]
    const tokens = part.image && imageTokens(part.image, model)
    return tokens === undefined ? [] : [{ hole: part, label: 'Pictures', tokens, assumed: [] }]
  })
}

/**
 * Characters of one token: about four of English (https://ai.google.dev/gemini-api/docs/tokens, read 2026-11); in no script that was
 * measured less than one.
 */
const charactersPerToken = { most: 4, least: 1 }

/** From nothing found to all pieces full, which is the likely one: splitters fill their pieces as far as the text lets them. */
function retrievedHole(hole: Hole, found: Retrieved, model: string): CountedHole {
  const { pieces, size, unit, at, said } = found
  const most = pieces * size
  const factor = isPublished(model) ? exactly(1) : familyOf(model).factor
  const inTokens = scale(factor, unit === 'token' ? most : most / charactersPerToken.most)
  const high = unit === 'token' ? inTokens.high : Math.max(inTokens.high, most / charactersPerToken.least)
  const assumed: Assumption[] = [
    { what: 'retrieved pieces', value: `at most ${pieces}`, from: `the search, ${said.pieces}`, at: at.pieces },
    { what: 'length of a piece', value: `at most ${size} ${unit}s`, from: `the splitter, ${said.size}`, at: at.size },
  ]
  if (unit === 'character')
    assumed.push({
      what: 'characters of a token',
      value: '4, at the least 1',
      from: 'ai.google.dev/gemini-api/docs/tokens',
    })
  const tokens = { low: 0, likely: Math.round(inTokens.likely), high: Math.round(high) }
  return { hole, label: 'Retrieved context', tokens, assumed }
}
