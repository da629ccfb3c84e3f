import { typePrefixes } from './cloud-types.ts'
import type { LanguageId } from './language.ts'
import type { Module } from './module.ts'
import { plainScript } from './plain-script.ts'
import type { Registry } from './registry.ts'
import { mayHoldDocument } from './resolve/documents.ts'
import { packageAddress, packageOf } from './resolve/offers.ts'
import type { Sdk } from './sdk.ts'

/**
 * Whether a text may hold a cost, by one regular expression made from what the registry knows: it rules out most files of a project
 * before a parser is loaded.
 */
export function sinkWords(registry: Registry): (text: string) => boolean {
  const words = new Set(registry.sdks.flatMap((sdk) => sdk.words))
  const any = new RegExp([byAddress, ...[...words].map(escaped), others(registry).source].join('|'))
  const isHanded = handedIn(registry.sdks)
  return (text) => any.test(plainScript(text)) || isHanded(text) || mayHoldDocument(text, registry.sdks)
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

/** `from openai`, `google import genai`: nothing else imports so. A path that is enough by itself is enough in Python alone. */
const isPython = (word: string) => /^(?:from|import|,) [\w.]|\bimport [\w.]/.test(word)

/** Reads what the words of texts say. The expressions are made once. */
export interface Words {
  wording(text: string, language?: LanguageId): Wording
  /** The functions of SDKs that a text calls by their bare names; undefined where it may call a method of a client too. */
  asked(text: string, language?: Module['language']): ReadonlySet<string> | undefined
  /** The functions a text defines itself that are called like one of an SDK. */
  defined(text: string): ReadonlySet<string>
}

export function wordsOf(registry: Registry): Words {
  const { sdks } = registry
  const anywhere = namesOf(sdks)
  const naming = {
    python: namesOf(sdks.filter((sdk) => sdk.clients.some((client) => client.python !== undefined))),
    typescript: namesOf(
      sdks.filter((sdk) => sdk.clients.some((client) => client.typescript !== undefined)),
      (word, { handed = {} }) => !isPython(word) && !(word in handed),
    ),
  }
  const other = others(registry)
  const ofSdk = new Map(sdks.map((sdk) => [sdk, methodsOf(sdk)]))
  const { functions, methods, methodsInScripts } = callsOf(sdks)
  const isHanded = handedIn(sdks)
  const bare = new RegExp(`(?<![.\\w])(?:${functions.join('|')})(?=[(<])`, 'g')
  const own = new RegExp(`\\b(?:function\\s*\\*?|def)\\s+(${functions.join('|')})\\b`, 'g')
  const methodsIn = (language: Module['language'] | undefined) =>
    language === 'typescript' ? methodsInScripts : methods
  return {
    wording(text, language) {
      if (language === undefined ? other.test(text) : text.includes(ignoring)) return 'hit'
      if (language === 'yaml') return mayHoldDocument(text, sdks) ? 'hit' : 'nothing'
      const found = (language === undefined ? anywhere : naming[language])(text)
      for (const sdk of found) if (ofSdk.get(sdk)?.test(text) ?? true) return 'hit'
      const names = found.size > 0
      // Of several methods each SDK's own was looked for: what is left is a client of another.
      const isMethod = methodsIn(language).test(text)
      // Nothing else has a method of that name with these arguments: `def start(client): client.run_instances(MinCount=1, …)`.
      if (isMethod && language !== 'typescript' && isHanded(text)) return 'hit'
      if (isMethod || text.search(bare) >= 0) return names ? 'both' : 'calls'
      return names ? 'names' : 'nothing'
    },
    asked: (text, language) => (methodsIn(language).test(text) ? undefined : new Set(text.match(bare))),
    defined: (text) => new Set([...text.matchAll(own)].map(([, name]) => name!)),
  }
}

/** Whether a text names the method and the arguments of what rents on whatever it is called. */
function handedIn(sdks: readonly Sdk[]): (text: string) => boolean {
  const all = sdks.flatMap(({ rents = [] }) =>
    rents.flatMap(({ path, handed }) => (handed ? [[`.${path}`, ...handed]] : [])),
  )
  return (text) => all.some((words) => words.every((word) => text.includes(word)))
}

/** A package that a script takes by address, in quotes. */
const byAddress = `['"\`]${packageAddress}[@\\w][^'"\`\\s]*`
const isAddress = new RegExp(`^${byAddress}$`)

/** Which SDKs a text names. In an alternation the first that fits is taken. */
function namesOf(
  sdks: readonly Sdk[],
  counts: (word: string, sdk: Sdk) => boolean = () => true,
): (text: string) => Set<Sdk> {
  const byWord = new Map<string, Sdk[]>()
  for (const sdk of sdks) {
    for (const word of sdk.words.filter((each) => counts(each, sdk)))
      byWord.set(word, [...(byWord.get(word) ?? []), sdk])
  }
  if (byWord.size === 0) return () => new Set()
  const words = anyOf([...sdks.flatMap((sdk) => sdk.notWords ?? []), ...byWord.keys()])
  const all = new RegExp(`${byAddress}|${words.source}`, 'g')
  const named = (word: string): readonly Sdk[] =>
    byWord.get(word) ?? (isAddress.test(word) ? sdksIn(`from '${packageOf(word.slice(1), 'typescript')}'`) : [])
  const sdksIn = (text: string) => (text.match(all) ?? []).flatMap(named)
  return (text) => new Set(sdksIn(text))
}

/** What names a module in a unit of Terragrunt, or is of no other file. */
const terragrunt =
  '(?:^|\\n)(?:include\\b|inputs\\s*=|(?:dependency|unit|stack)\\s+")|\\bterraform\\s*\\{[^{}]*\\bsource\\s*=|"(?:terraform|include|inputs)"\\s*:\\s*[[{]'

const ignoring = 'outlay-ignore-next-line'

/**
 * What a format may bill: every resource of the three clouds, for a type without a price is told too, and so is a free one; and a
 * module, which may hold some.
 */
function others({ formats }: Registry): RegExp {
  if (formats.length === 0) return anyOf([ignoring])
  const types = typePrefixes.map(([prefix]) => prefix).join('|')
  return new RegExp(`\\bresource\\s+"?(?:${types})|\\bmodule\\s+"|${terragrunt}|${ignoring}`)
}

/** Matches where a method of the SDK is named; undefined where what it makes is itself called. */
function methodsOf(sdk: Sdk): RegExp | undefined {
  if (sdk.calls.some((call) => call.url !== undefined)) return new RegExp(`\\b(?:${packagesOf(sdk).join('|')})`)
  if (sdk.calls.some((call) => call.path.endsWith('()'))) return undefined
  const methods = [...billableMethods([sdk]), ...rentals(sdk)]
  if (methods.length === 0) return undefined
  // A method stands after a dot, or in the braces that take it from its object.
  const before = sdk.clients.some((client) => client.module) ? '\\b' : '(?:\\.\\s*|[{,]\\s*)'
  return new RegExp(`${before}(?:${methods.join('|')})\\b`)
}

/** `requests`, `node-fetch`; of what is there without an import its name, where it is called or stands in for something. */
function packagesOf({ clients }: Sdk): readonly string[] {
  const paths = clients.flatMap(({ python = [], typescript = [] }) => [python, typescript].flat())
  const found = paths.map((path) => {
    const [name = '', own = ''] = path.split(/[.#(]/)
    return name === 'globalThis' ? `${escaped(own)}\\s*[()]` : `${escaped(name)}\\b`
  })
  return [...new Set(found)]
}

/**
 * Functions of the SDKs, and what matches where a method may be called on a client of any of them. `create` alone is said of anything:
 * where a path has a step before its last, that must be there too.
 */
function callsOf(sdks: readonly Sdk[]) {
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
  // What rents is made in one file and used in another as `app.function(…)` is; a bare name is imported where it is called.
  const rented = sdks.flatMap(({ rents = [] }) => rents.map(({ path }) => path)).filter((path) => /^[\w.]+$/.test(path))
  const ends = new Set(rented.map((path) => path.slice(path.lastIndexOf('.') + 1)).filter((name) => !alone.has(name)))
  const pairs = [...after].map(([name, before]) => `\\b(?:${[...before].join('|')})\\b[\\w.()?!\\s]{0,80}\\.${name}\\b`)
  const matching = (names: readonly string[], end: string) =>
    new RegExp([`\\.\\s*(?:${names.join('|')})${end}`, ...pairs].join('|'))
  return {
    functions: [...functions],
    // A bound method is handed on as it is: `to_thread(chain.invoke, …)`.
    methods: matching([...alone, ...ends], '\\b(?!\\s*[;=:\\]}.])'),
    methodsInScripts: matching([...alone], '(?:\\s*(?:\\?\\.)?[(<]|\\.(?:bind|call|apply)\\b)'),
  }
}

/** The names by which something is called that costs. A call that only its URL tells is known by that. */
export function billableMethods(sdks: readonly Sdk[]): readonly string[] {
  const calls = sdks.flatMap((sdk) => sdk.calls.filter((call) => call.url === undefined))
  const names = calls.map((call) => call.path.slice(call.path.lastIndexOf('.') + 1))
  return [...new Set(names)].filter((name) => /^\w+$/.test(name))
}

/** The names by which something is called that rents: methods, and the functions and classes that do so themselves. */
function rentals({ rents = [], clients }: Sdk): readonly string[] {
  const paths = rents.map(({ path }) => path)
  const own = paths.includes('()') ? clients.filter(({ module }) => module) : []
  const named = own.flatMap(({ python = [], typescript = [] }) => [python, typescript].flat())
  const names = [...paths, ...named].map((path) => /[\w]*$/.exec(path)![0])
  return [...new Set(names)].filter((name) => name !== '')
}

const anyOf = (words: readonly string[]): RegExp => new RegExp([...new Set(words)].map(escaped).join('|'))

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
