// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#include
import type { Location } from '../../../../core/types.ts'
import { blocksIn } from '../declarations.ts'
import { attributeOf, type Config, configIn, placeIn, say, textOf } from './config.ts'
import { placed } from './paths.ts'

export interface Included {
  /** Empty for a bare block. */
  readonly label: string
  readonly at: Location
  readonly merge: 'shallow' | 'deep' | 'no_merge'
  /** Undefined where the file is not there. */
  readonly config: Config | undefined
}

const made = new WeakMap<Config, readonly Included[]>()

/** What a configuration includes, in its order. Terragrunt goes one level deep. */
export function includesOf(config: Config): readonly Included[] {
  const before = made.get(config)
  if (before) return before
  // A path may ask for what is included, which is then nothing yet.
  made.set(config, [])
  const blocks = blocksIn(config.items, 'include')
  const [first] = blocks
  if (config.child && first) {
    say(
      config.unit,
      placeIn(config, first),
      'An included file may not include others: Terragrunt refuses it, and so it is not read.',
    )
    return []
  }
  const all: Included[] = []
  for (const block of blocks) {
    const at = placeIn(config, block)
    const path = textOf(config, block.items, 'path')
    const file = path === undefined ? undefined : placed(path, config.from)
    const label = block.labels[0]?.text ?? ''
    const strategy = textOf(config, block.items, 'merge_strategy')
    const isItself = file === config.document.file
    const included =
      file === undefined || isItself ? undefined : configIn(config.unit, file, at, { from: config.from, child: config })
    if (isItself) say(config.unit, at, 'This file includes itself: what it would add is left out.')
    else if (included === undefined) {
      const isWritten = attributeOf(config, block.items, 'path') !== undefined
      const what = file ?? (isWritten ? 'what its path leads to' : 'no path')
      say(config.unit, at, `Include "${label}" is not read: ${what} is not there. What it would set is left out.`)
    }
    all.push({
      label,
      at,
      merge: strategy === 'deep' || strategy === 'no_merge' ? strategy : 'shallow',
      config: included,
    })
    made.set(config, [...all])
  }
  return all
}
