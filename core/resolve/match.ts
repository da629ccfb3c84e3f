import type { CallExpr, Module } from '../module.ts'
import type { CallShape, ClientShape, Finds, RentShape, Sdk } from '../sdk.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { followed } from './followed.ts'
import { type Handed, handedBy, mayBeHanded } from './handed.ts'
import { heldIn, madeOf, valuesIn } from './held.ts'
import { listOf, offersOf, ownModules, packageOf, type Taken } from './offers.ts'
import { isSent } from './sent.ts'
import { type Entry, longest, nameOf, rootOf, type Step } from './steps.ts'
import { takenBy } from './taken.ts'
import { mayBeTold, type Told, toldBy } from './told.ts'
import { dotted, last, type Segment, type SymbolValue } from './value.ts'

/** Something an SDK makes: a client, a model, an agent, or what one of their methods answers. */
export interface Made {
  readonly sdk: Sdk
  readonly client: ClientShape
  readonly symbol: SymbolValue
  /** The steps after it was made: `chats`, `create()`, `send_message`. */
  readonly rest: readonly Segment[]
}

/** A path from an import that ends in a billable method. */
export interface Match extends Made {
  readonly shape: CallShape
}

/** A path from an import that ends in what rents machines or puts data away. */
export interface Rent extends Made {
  readonly rent: RentShape
}

export interface Matcher {
  /** The last names of the paths of all calls: `create`, `generateText`. */
  readonly methods: ReadonlySet<string>
  /** The last names of all that rents: `deploy`, `Estimator`. */
  readonly rentals: ReadonlySet<string>
  /** Those of them that are no method of a model too. */
  readonly rentalsAlone: ReadonlySet<string>
  /** Does a module import a package of what rents itself? */
  leases(module: Module): boolean
  /** What finds pieces of texts, by its last name, and what puts them away. */
  readonly finds: ReadonlyMap<string, Finds>
  readonly puts: ReadonlySet<string>
  /** Where the length of pieces is set for all. */
  readonly pieceTokens: readonly string[]
  /** The paths that are an SDK's on whatever they are called. */
  readonly handed: Handed
  /** What tells calls on what a platform hands to the program. */
  readonly told: Told
  /** May a text hold one of those? */
  mayBeTold(text: string): boolean
  /** Is it a package of an SDK that a module is imported from by that name? */
  knows(specifier: string): boolean
  /** Could a module with these imports hold a call at all? */
  concerns(module: Module): boolean
  /** The same of a text that may import these, before it is parsed: true wherever something of the module may be called for money. */
  mayConcern(text: string, taken: readonly Taken[]): boolean
  /** May a text hold a call of what it is handed? */
  mayBeHanded(text: string): boolean
  /** What a value was made as; undefined where no SDK makes it. */
  made(context: Context, symbol: SymbolValue): Made | undefined
  /** @param call the call whose callee the symbol is; `skip` of its arguments are a carrier's own */
  match(context: Context, symbol: SymbolValue, call: CallExpr, skip: number): Match | undefined
  /** The same of what rents. */
  rented(context: Context, symbol: SymbolValue, call: CallExpr): Rent | undefined
}

type Language = Module['language']

const matchers = new WeakMap<readonly Sdk[], Partial<Record<Language, Matcher>>>()

export function matcherFor(language: Language, sdks: readonly Sdk[]): Matcher {
  const known = matchers.get(sdks) ?? {}
  const there = known[language]
  if (there) return there
  const made = createMatcher(language, sdks)
  matchers.set(sdks, { ...known, [language]: made })
  return made
}

/** Imports of which it is remembered whether they name a package of an SDK. */
const mostTold = 10_000

function createMatcher(language: Language, sdks: readonly Sdk[]): Matcher {
  const entries = new Map<string, Entry[]>()
  const same = new Map<string, string>()
  for (const sdk of sdks) {
    for (const [name, stands] of Object.entries(sdk.same ?? {})) same.set(name, stands)
    for (const client of sdk.clients)
      for (const name of listOf(client[language])) {
        const there = entries.get(name)
        if (there) there.push({ sdk, client })
        else entries.set(name, [{ sdk, client }])
      }
  }
  const carriers = sdks.flatMap(({ clients }) => clients.flatMap((client) => Object.keys(client.carriers ?? {})))
  const names = [
    ...entries.keys(),
    ...same.keys(),
    ...carriers.filter((name) => name.includes('#') === (language === 'typescript')),
  ]
  const wild = new Set(names.filter((name) => name.includes('**')).map(rootOf))
  const packages = new Set(names.map((name) => name.split(language === 'python' ? '.' : '#')[0]!))
  const folders = [...packages].filter((name) => name.endsWith('/**')).map((name) => name.slice(0, -2))
  const ofNoImport = new Set(names.flatMap((name) => (name.startsWith(runtime) ? [name.slice(runtime.length)] : [])))
  const mayCall = callsIn(ofNoImport, language)
  const isOwn = ownModules(language, sdks, names)
  const isOurs = (specifier: string) => {
    if (isOwn(specifier)) return false
    const name = packageOf(specifier, language)
    return packages.has(name) || folders.some((folder) => `${name}/`.startsWith(folder))
  }
  // Asked of each import again for every name that is looked for through it.
  const told = new Map<string, boolean>()
  const knows = (specifier: string) => {
    const there = told.get(specifier)
    if (there !== undefined) return there
    if (told.size > mostTold) told.clear()
    const found = isOurs(specifier)
    told.set(specifier, found)
    return found
  }
  const offers = offersOf(language, sdks, knows)
  const methods = methodNames(language, sdks, (sdk) => sdk.calls)
  const renting = sdks.filter(({ rents, clients }) => rents && clients.some((client) => client[language] !== undefined))
  const rentals = methodNames(language, renting, (sdk) => sdk.rents ?? [])
  const leasing = new Set(
    renting.flatMap(({ clients }) =>
      clients.flatMap((client) =>
        listOf(client[language]).map((name) => name.split(language === 'python' ? '.' : '#')[0]!),
      ),
    ),
  )
  const waysTo = (context: Context, symbol: SymbolValue): readonly Made[] => {
    const steps = renamed(symbol.global ? ofRuntime(symbol.path, language) : normal(symbol.path, language), same)
    const at = longest({ entries, wild }, steps)
    const isType = at?.end.extended === true
    const able = at?.entries.filter(({ client }) => !(client.abstract && isType)) ?? []
    const sure = able.filter(({ client }) => isGiven(context, client, at?.call))
    const found = sure.length > 0 ? sure : able.filter(({ client }) => isGiven(context, client, at?.call, 'maybe'))
    return at ? found.map((entry) => ({ ...entry, symbol, rest: at.rest.map((step) => step.segment) })) : []
  }
  const handable = mayBeHanded(language, sdks)
  const tellable = language === 'typescript' ? mayBeTold(sdks) : () => false
  const matcher: Matcher = {
    methods,
    leases: (module) => module.imports.some((found) => leasing.has(packageOf(found.module, language))),
    rentals,
    rentalsAlone: new Set([...rentals].filter((name) => !methods.has(name))),
    finds: new Map(sdks.flatMap((sdk) => Object.entries(sdk.finds ?? {}))),
    puts: new Set(sdks.flatMap((sdk) => sdk.puts ?? [])),
    pieceTokens: sdks.flatMap((sdk) => sdk.pieceTokens ?? []),
    handed: handedBy(sdks),
    told: language === 'typescript' ? toldBy(sdks) : new Map(),
    mayBeTold: tellable,
    knows,
    concerns: (module) =>
      module.imports.some((found) => offers({ path: found.module, names: [found.name] })) ||
      requires(module) ||
      callsOne(module, ofNoImport),
    mayConcern: (text, taken) => taken.some(offers) || mayCall?.test(text) === true,
    mayBeHanded: (text) => handable(text) || tellable(text),
    made: (context, symbol) => waysTo(context, symbol)[0],
    match(context, symbol, call, skip) {
      for (const made of waysTo(context, symbol).map(followed)) {
        const path = pathOf(made)
        const shape = made.sdk.calls.find(
          (candidate) =>
            candidate.path === path && answers(made.client, candidate) && fits(context, made, candidate, call, skip),
        )
        if (shape && runsOne(context, matcher, made)) return { ...made, shape }
        // Of several of one name, those that only pass a call on are what they hold makes them.
        if (!made.client.passes) return undefined
      }
      return undefined
    },
    rented(context, symbol, call) {
      const made = matcher.made(context, symbol)
      const path = made && pathOf(made)
      const rent = made?.sdk.rents?.find(
        (candidate) =>
          candidate.path === path &&
          answers(made.client, candidate) &&
          (candidate.made === undefined || commandOf(context, candidate, call, 0) !== undefined),
      )
      return made && rent && { ...made, rent }
    },
  }
  return matcher
}

/** Matches where a text may call something that is there without an import, or import what its text does not name. */
function callsIn(functions: ReadonlySet<string>, language: Language): RegExp | undefined {
  // `fetch?: typeof fetch` declares one and calls none.
  const calls = functions.size === 0 ? [] : [`\\b(?:${[...functions].join('|')})\\s*(?:[)!]\\s*)*(?:[(<]|\\?\\.)`]
  const named = String.raw`\s*(?:'[^'\n]*'|"[^"\n]*")\s*[,)]`
  const imports = String.raw`\b(?:require|import)\s*(?:[)!]\s*)*(?:<|\?\.|\((?!${named}))`
  const all = language === 'typescript' ? [...calls, imports] : calls
  return all.length === 0 ? undefined : new RegExp(all.join('|'))
}

/** The last name of everything that is called where something is billed. */
function methodNames(
  language: Language,
  sdks: readonly Sdk[],
  shapesOf: (sdk: Sdk) => readonly { readonly path: string }[],
): ReadonlySet<string> {
  const ends = (name: string) => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1)
  return new Set(
    sdks.flatMap((sdk) => {
      const shapes = shapesOf(sdk)
      const itself = shapes.some(({ path }) => path === '()')
      const modules = itself ? sdk.clients.filter((client) => client.module) : []
      return [
        ...shapes.map(({ path }) => ends(path)),
        ...modules.flatMap((client) => listOf(client[language]).map(ends)),
      ]
    }),
  )
}

const callsOne = (module: Module, functions: ReadonlySet<string>) =>
  functions.size > 0 &&
  module.calls.some(
    ({ expr: { callee } }) => (callee.is === 'name' || callee.is === 'member') && functions.has(callee.name),
  )

const requires = (module: Module) =>
  module.language === 'typescript' &&
  module.calls.some(({ expr }) => expr.callee.is === 'name' && /^(require|import)$/.test(expr.callee.name))

export const isSilent = ({ sdk }: Made, segment: Segment) => sdk.silent?.includes(dotted([segment])) ?? false

export const isChosen = ({ sdk }: Made, segment: Segment) => sdk.chosen?.includes(dotted([segment])) ?? false

/** The path of the call from what answers it. */
export function pathOf({ sdk, rest }: Made): string {
  const quiet = new Set(sdk.transparent ?? [])
  return dotted(rest.filter((segment) => !quiet.has(dotted([segment])))) || '()'
}

const answers = ({ kind }: ClientShape, { on }: Pick<CallShape, 'on'>) =>
  on === undefined ? kind === undefined : kind !== undefined && listOf(on).includes(kind)

/** Is it what a call that is paid for answered? That is an answer, and no client any more. */
export function isAnswer(made: Made): boolean {
  return made.rest.some((segment, at) => {
    if (!segment.call) return false
    const path = pathOf({ ...made, rest: [...made.rest.slice(0, at), { name: segment.name }] })
    return made.sdk.calls.some((shape) => shape.path === path && answers(made.client, shape))
  })
}

/** `maybe`: it may be one of several texts, and one of those fits. */
function isGiven(context: Context, { given }: ClientShape, call: CallExpr | undefined, maybe?: 'maybe'): boolean {
  if (!given) return true
  if (!call) return false
  const args = argumentsOf(context, call, 0, [])
  return Object.entries(given).every(([name, wanted]) => {
    const { given: written } = args.first(name.split('|'))
    const fits = (text: string) => (wanted instanceof RegExp ? wanted.test(text) : listOf(wanted).includes(text))
    if (maybe)
      return written.among.flatMap(context.evaluate).some((value) => value.is === 'scalar' && fits(String(value.value)))
    const values = written.among.flatMap(context.evaluate)
    const told = values.flatMap((value) => (value.is === 'scalar' && value.value !== null ? [String(value.value)] : []))
    return told.length > 0 && told.length === values.length && told.every((one) => one !== '' && fits(one))
  })
}

/** What only passes a call on is asked whether it holds something to pass it to. */
function runsOne(context: Context, matcher: Matcher, made: Made): boolean {
  return !made.client.passes || heldOf(context, matcher, made).length > 0
}

/** What passes calls on is made of: of all it holds, what answers them. */
export function heldOf(context: Context, matcher: Matcher, made: Made): readonly Made[] {
  const call = makingOf(made)?.call
  if (!call) return []
  const answering = (inner: Made) => inner.client.kind === made.client.kind && runsOne(context, matcher, inner)
  // `RunnableParallel(**steps)`: by whatever names they come.
  const spread = call.args.filter((argument) => argument.spread === 'record').map(({ value }) => value)
  const taken = () => [...takenBy(context, made), ...spread].flatMap((expr) => valuesIn(context, expr, 0))
  const all = () => [
    ...heldIn(context, matcher, argumentsOf(context, call, 0, []), made.client.of),
    ...madeOf(context, matcher, taken()),
  ]
  const held = () => all().filter(answering)
  return context.unlessOpen(call, held, [])
}

/** The step that made it: the one before the rest. */
export function makingOf({ symbol, rest }: Made): Segment | undefined {
  const before = symbol.path.length - rest.length
  return symbol.path.slice(0, Math.max(1, before)).findLast((segment) => segment.call)
}

function fits(context: Context, made: Made, shape: CallShape, call: CallExpr, skip: number): boolean {
  const command = shape.made === undefined ? undefined : commandOf(context, shape, call, skip)
  if (shape.made !== undefined && command === undefined) return false
  if (shape.url === undefined) return true
  const args = command
    ? argumentsOf(context, command, 0, [])
    : argumentsOf(context, call, skip, made.symbol.given ?? [])
  return isSent(context, shape, made, args)
}

/** The call that made the object a method is given: `new ConverseCommand({…})`. */
export function commandOf(
  context: Context,
  shape: Pick<CallShape, 'made'>,
  call: CallExpr,
  skip: number,
): CallExpr | undefined {
  const wanted = listOf(shape.made)
  const first = call.args[skip]?.value
  for (const value of first ? context.evaluate(first) : []) {
    if (value.is !== 'symbol') continue
    // An item of what it makes is made by it too: `plugin["sum_up"]`.
    const path = /^\[.*\]$/.test(last(value.path)?.name ?? '') ? value.path.slice(0, -1) : value.path
    const end = last(path)
    if (
      end?.call &&
      wanted.includes(dotted(normal(path, context.module.language).map((step) => step.segment)).slice(0, -2))
    )
      return end.call
  }
  return undefined
}

/** What the runtime has without an import stands under this name: `globalThis#fetch`. */
const runtime = 'globalThis#'

function ofRuntime(path: readonly Segment[], language: Language): readonly Step[] {
  if (language === 'python') return []
  const [first, ...rest] = /^(globalThis|window|self)$/.test(path[0]?.name ?? '') ? path.slice(1) : path
  if (!first) return []
  const segment = { ...first, name: runtime + first.name }
  return [segment, ...rest].map((each) => ({ name: nameOf(each), segment: each }))
}

/**
 * CommonJS hands out the default export as the namespace itself, or as its member `default`. A named export of a module is a step
 * below the module, so that what answers calls itself can be either.
 */
function normal(path: readonly Segment[], language: Language): readonly Step[] {
  const steps = path.map((segment) => ({ name: nameOf(segment), segment }))
  const [first, ...rest] = steps
  if (!first || language === 'python') return steps
  const [module = '', name = ''] = first.segment.name.split('#')
  const root = `${packageOf(module, language)}#${name === '*' && first.segment.called ? 'default' : name}`
  const segment = { ...first.segment, name: root }
  return [{ name: nameOf(segment), segment }, ...rest]
}

/** A start of the path that stands for another is replaced by it; what an answered call is called with makes it in turn. */
function renamed(steps: readonly Step[], same: ReadonlyMap<string, string>): readonly Step[] {
  for (let length = Math.min(steps.length, 4); length > 0; length--) {
    const path = steps
      .slice(0, length)
      .map((step) => step.name)
      .join('.')
    const stands = same.get(path)
    if (stands === undefined) continue
    const after = steps[length]
    // `createOpenAI()("gpt-4o")` is `openai("gpt-4o")`.
    const called = after?.segment.called && after.segment.name === ''
    const segment: Segment = called ? { ...after.segment, name: stands } : { name: stands }
    return [{ name: nameOf(segment), segment }, ...steps.slice(called ? length + 1 : length)]
  }
  return steps
}
