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

/**
 * One regular expression that matches where a method or a function may be called that costs something, whoever it belongs to: in a file
 * that names no SDK the client may come from another file.
 */
export function callWords(registry: Registry): RegExp {
  // A call that only its URL tells has that URL, or the end of it, in its own file.
  const methods = registry.sdks.flatMap((sdk) => sdk.calls.filter((call) => call.url === undefined))
  const names = methods.map((call) => call.path.split('.').at(-1)!.replace(/\(\)$/, ''))
  const words = [...new Set(names)].filter((name) => /^\w+$/.test(name))
  return new RegExp(`\\b(?:${words.map(escaped).join('|')})\\b`)
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
