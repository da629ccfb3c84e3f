import type { Registry } from './registry.ts'
import type { Sdk } from './sdk.ts'

/**
 * One regular expression that any text with a cost in it matches, made from what the registry knows: it rules out most files of a
 * project before a parser is loaded.
 */
export function sinkWords(registry: Registry): RegExp {
  return anyOf([...registry.sdks.flatMap((sdk) => sdk.words), ...otherWords(registry)])
}

/** What a text says of model calls, by its words alone. */
export type Wording =
  | 'nothing'
  /** It names an SDK and calls none of its methods: it may make the client that another file uses. */
  | 'names'
  /** It calls something by a name that costs where its receiver is a client from another file. */
  | 'calls'
  | 'both'
  /** It names an SDK and one of that SDK's methods, or something else that costs. */
  | 'hit'

/** Reads a text's words. The expressions are made once. */
export function wordingOf(registry: Registry): (text: string) => Wording {
  const { sdks } = registry
  const others = anyOf(otherWords(registry))
  const named = new RegExp(anyOf(sdks.flatMap((sdk) => sdk.words)).source, 'g')
  const byWord = new Map<string, Sdk[]>()
  for (const sdk of sdks) for (const word of sdk.words) byWord.set(word, [...(byWord.get(word) ?? []), sdk])
  const ofSdk = new Map(sdks.map((sdk) => [sdk, methodsOf(sdk)]))
  const calls = callsOf(sdks)
  return (text) => {
    if (others.test(text)) return 'hit'
    const found = new Set((text.match(named) ?? []).flatMap((word) => byWord.get(word) ?? []))
    for (const sdk of found) if (ofSdk.get(sdk)?.test(text) ?? true) return 'hit'
    const names = found.size > 0
    // Of several methods each SDK's own was looked for: what is left is a client of another.
    if (calls.test(text)) return names ? 'both' : 'calls'
    return names ? 'names' : 'nothing'
  }
}

function otherWords({ resources, formats }: Registry): readonly string[] {
  const types = resources.flatMap((resource) => Object.keys(resource.from.terraform ?? {}))
  return [...types, ...(formats.length > 0 ? ['module "'] : []), 'outlay-ignore-next-line']
}

/** Matches where a method of the SDK is named; undefined where what it makes is itself called. */
function methodsOf(sdk: Sdk): RegExp | undefined {
  if (sdk.calls.some((call) => call.url !== undefined || call.path.endsWith('()'))) return undefined
  return new RegExp(`\\b(?:${billableMethods([sdk]).join('|')})\\b`)
}

/**
 * Matches where a method may be called on a client of any SDK. `create` alone is said of anything: where a path has a step before its
 * last, that must be there too. A function is called by its bare name.
 */
function callsOf(sdks: readonly Sdk[]): RegExp {
  const alone = new Set<string>()
  const functions = new Set<string>()
  const after = new Map<string, Set<string>>()
  for (const sdk of sdks) {
    const isModule = sdk.clients.some((client) => client.module)
    for (const { path, url } of sdk.calls) {
      const [name = '', before] = path.split('.').reverse()
      if (url !== undefined || !/^\w+$/.test(name)) continue
      if (before === undefined && isModule) functions.add(name)
      // What a step gave may have a name by now; a field seldom has.
      if (before === undefined || before.endsWith(')')) alone.add(name)
      else after.set(name, (after.get(name) ?? new Set()).add(before))
    }
  }
  for (const name of alone) after.delete(name)
  const pairs = [...after].map(([name, before]) => `\\b(?:${[...before].join('|')})\\b[\\w.()?!\\s]{0,80}\\.${name}\\b`)
  const bare = `\\b(?:${[...functions].join('|')})\\s*\\(`
  return new RegExp([`\\.\\s*(?:${[...alone].join('|')})\\b`, bare, ...pairs].join('|'))
}

/** The names by which something is called that costs. A call that only its URL tells is known by that. */
export function billableMethods(sdks: readonly Sdk[]): readonly string[] {
  const calls = sdks.flatMap((sdk) => sdk.calls.filter((call) => call.url === undefined))
  const names = calls.map((call) => call.path.slice(call.path.lastIndexOf('.') + 1))
  return [...new Set(names)].filter((name) => /^\w+$/.test(name))
}

const anyOf = (words: readonly string[]): RegExp => new RegExp([...new Set(words)].map(escaped).join('|'))

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
