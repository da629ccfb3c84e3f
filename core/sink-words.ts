import type { Registry } from './registry.ts'

/**
 * One regular expression that any text with a cost in it matches, made from what the registry knows: it rules out most files of a
 * project before a parser is loaded.
 */
export function sinkWords(registry: Registry): RegExp {
  const types = registry.resources.flatMap((resource) => Object.keys(resource.from.terraform ?? {}))
  const modules = registry.formats.length > 0 ? ['module "'] : []
  const words = [...registry.sdks.flatMap((sdk) => sdk.words), ...types, ...modules, 'outlay-ignore-next-line']
  return new RegExp([...new Set(words)].map(escaped).join('|'))
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
