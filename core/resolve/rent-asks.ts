import type { Block } from '../format.ts'
import { candidatesOf } from '../known.ts'
import type { RentShape } from '../sdk.ts'
import { listOf } from './offers.ts'
import { hole } from './providers.ts'

/** Does it ask for anything that is rented? */
export function asks(
  block: Block,
  { needs, unless = {}, only = {} }: Pick<RentShape, 'needs' | 'unless' | 'only'>,
): boolean {
  if (needs !== undefined && !listOf(needs).some((name) => isGiven(block, name))) return false
  const are = (name: string, fits: (text: string) => boolean) => {
    const told = candidatesOf(block.fact(name))
    return told.length > 0 && told.every((one) => fits(String(one)))
  }
  return (
    Object.entries(only).every(([name, like]) => are(name, (text) => like.test(text))) &&
    !Object.entries(unless).some(
      ([name, like]) => are(name, (text) => isLike(like, text)) || isSentLike(block.template?.(name), like),
    )
  )
}

/** A text that is not whole is held against a pattern alone, its holes in it. */
const isSentLike = (template: string | undefined, like: readonly string[] | RegExp): boolean =>
  template?.includes(hole) === true && template !== hole && like instanceof RegExp && like.test(template)

export const isLike = (like: readonly string[] | RegExp, text: string): boolean =>
  like instanceof RegExp ? like.test(text) : like.includes(text)

function isGiven(block: Block, name: string): boolean {
  const value = block.fact(name)
  // What is handed in whole may hold anything: that it holds this is not said.
  if (value.is === 'unknown') return value.why !== 'absent' && value.at !== undefined
  return value.is === 'known' || value.is === 'assumed' ? Boolean(value.value) : true
}
