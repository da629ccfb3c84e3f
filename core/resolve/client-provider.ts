import type { Binding, CallExpr, Expr } from '../module.ts'
import type { ClientShape, Levers } from '../sdk.ts'
import type { Provider } from '../types.ts'
import { isLeftOut } from './altered.ts'
import { type Arguments, argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { fieldsOf } from './fields.ts'
import { lookup } from './lookup.ts'
import { isSilent, type Made, makingOf } from './match.ts'
import { within } from './module-index.ts'
import { agreed, type Biller, providerAt } from './providers.ts'
import { asks } from './reads.ts'
import { templateOf } from './template.ts'
import {
  assumedFrom,
  dotted,
  isDeclared,
  type NameExpr,
  type ScalarValue,
  type SymbolValue,
  type Value,
} from './value.ts'

/** Where a client was told to send its calls. Without a provider it keeps its own. */
type Sent = Biller<Provider | undefined>

/** Who bills the calls of a client: its SDK's provider, unless it was told to send them to another host. */
export function billerOf(context: Context, whole: Made): Biller {
  const { client, symbol } = whole
  // Where the id of a model comes first, the options of its client were given to what it is asked of.
  const asked = client.model === '[0]' ? makingOf(whole)?.call : undefined
  const steps = symbol.path.filter((segment) => !(asked && segment.call === asked) && !isSilent(whole, segment))
  const made = steps.flatMap(({ call }) => call ?? [])
  const sold = soldBy(context, made.map(argumentsTo(context)), client.sells)
  const own = sold ?? { provider: client.provider ?? 'unknown' }
  if (!client.baseUrl) return own
  const byCalls = made.map((call) => sentBy(context, call, client))
  const byModule = client.module && made.length === 0 ? sentByModule(context, client) : undefined
  const all = [sentBySetting(context, client, made[0]), byModule, ...byCalls].filter((sent) => sent !== undefined)
  const elsewhere = all.findLast((sent): sent is Biller => sent.provider !== undefined)
  return elsewhere ?? { ...own, from: own.from ?? all.at(-1)?.from }
}

const argumentsTo = (context: Context) => (call: CallExpr) => givenBy(context, call).args

/** What a client is made with. `**options` of a function that nobody is seen to give any are none, as a parameter's default is. */
function givenBy(context: Context, call: CallExpr): { readonly args: Arguments; readonly from?: string } {
  const args = argumentsOf(context, call, 0, [])
  if (!args.fields.open || !isLeftToCallers(context, call)) return { args }
  const get = (path: string) => {
    const given = args.get(path)
    return given.state === 'open' ? { ...given, state: 'absent' as const } : given
  }
  return { args: { ...args, get }, from: 'parameter' }
}

function isLeftToCallers(context: Context, { args }: CallExpr): boolean {
  const spread = args.filter((given) => given.spread)
  return spread.every(
    ({ spread: kind, value }) => kind === 'record' && value.is === 'name' && isOpenEnd(context, value),
  )
}

/** `**options`, of which nobody is seen to pass what cannot be read. */
function isOpenEnd(context: Context, expr: NameExpr): boolean {
  const [at] = expr.span
  const { bindings, imports } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  const isRest = ({ via, scope, refers = -1 }: Binding) =>
    via === 'parameter' && context.module.scopes[scope]?.parameters[refers]?.rest === 'record'
  if (imports.length > 0 || bindings.length === 0 || !bindings.every(isRest)) return false
  const isRead = (value: Value) =>
    value.is === 'data' ? !fieldsOf(context, value.expr).open : value.is === 'unknown' && value.outside === 'parameter'
  return context.evaluate(expr).every(isRead)
}

const namesOf = ({ baseUrl = [] }: ClientShape): readonly string[] =>
  typeof baseUrl === 'string' ? [baseUrl] : baseUrl

/** Who sells it by an argument that decides that; `unknown` where it cannot be read. */
export function soldBy(context: Context, each: readonly Arguments[], sells: Levers['sells'] = {}): Biller | undefined {
  const said = Object.entries(sells).flatMap(([name, sellers]) =>
    each.flatMap((args): readonly Biller[] => {
      const { among, state } = args.get(name)
      if (state === 'absent') return []
      const values = state === 'given' ? among.flatMap(context.evaluate) : []
      const told = values.map((value) => (value.is === 'scalar' ? sellers[String(value.value)] : undefined))
      return [agreed(told.map((provider = 'unknown') => ({ provider, from: assumedFrom(values) })))]
    }),
  )
  return said.at(-1)
}

function sentBy(context: Context, call: CallExpr, client: ClientShape): Sent | undefined {
  const { args, from } = givenBy(context, call)
  for (const name of namesOf(client)) {
    const given = args.get(name)
    if (given.state === 'open') return openTo(client)
    if (given.state === 'absent') continue
    const each = given.among.map((expr) => sentAs(context, client, expr))
    // Beside another host, its own is one of two.
    const isOwn = each.every(({ provider }) => provider === undefined)
    return agreed(isOwn ? each : each.map((sent) => ({ ...sent, provider: sent.provider ?? client.provider })))
  }
  return from === undefined ? undefined : { provider: undefined, from }
}

/** Options that nobody can read send OpenAI's client to anybody; another seller's hardly leaves its own host. */
const openTo = ({ provider }: ClientShape): Sent =>
  provider === 'openai' ? { provider: 'unknown' } : { provider: undefined, from: 'default' }

const carrierOf = (value: SymbolValue | ScalarValue) =>
  value.is === 'scalar' ? String(value.value) : dotted(value.path).replace(/\(\)$/, '')

type Unset = Extract<Value, { is: 'unknown' }>

/**
 * `MISTRAL_API_URL`, asked of the environment for a client of Mistral: where it is not set the client keeps its own host, and it is
 * there for another of the same provider's, a proxy or a region.
 */
const isOwnUrl = ({ provider }: ClientShape, value: Value): value is Unset =>
  value.is === 'unknown' &&
  provider !== undefined &&
  new RegExp(`^(?:[A-Z]+_PUBLIC_|VITE_)?${provider.split('-')[0]!.toUpperCase()}_(?!.*COMPAT)`).test(value.unset ?? '')

/** A client keeps its own host where the URL is null, or may be its provider's. */
function sentAs(context: Context, client: ClientShape, expr: Expr): Sent {
  // `if key: options["base_url"] = "https://…"`
  if (expr.is === 'choice' && expr.among.some(isLeftOut)) {
    const set = expr.among.filter((option) => !isLeftOut(option)).map((option) => sentAs(context, client, option))
    return agreed([{ provider: client.provider }, ...set])
  }
  const values = context.evaluate(expr)
  const carried = new Set(
    values.map((value) =>
      value.is === 'symbol' || value.is === 'scalar' ? client.carriers?.[carrierOf(value)] : undefined,
    ),
  )
  const from = assumedFrom(values)
  if (carried.size === 1 && !carried.has(undefined)) return { provider: [...carried][0], from }
  const own = values.find((value) => isOwnUrl(client, value))
  const isOpen = values.some((value) => value.is === 'scalar' && value.value === null && value.assumed)
  // `base_url: str | URL | None = None`: the type tells of no host.
  const urls = values.filter(
    (value) => !(value.is === 'scalar' && !value.value) && !isOwnUrl(client, value) && !(isOpen && isDeclared(value)),
  )
  if (values.length > 0 && urls.length === 0)
    return { provider: undefined, from: own ? `${own.unset} is not set, or is a host of theirs` : from }
  const constant = new Set(
    urls.map((value) =>
      value.is === 'scalar' && typeof value.value === 'string' ? providerAt(value.value) : undefined,
    ),
  )
  // `None if direct else "https://…"`: the program itself may leave it out.
  if (values.some((value) => value.is === 'scalar' && !value.value && !value.assumed)) constant.add(client.provider)
  if (constant.size > 0 && !constant.has(undefined))
    return { from, ...agreed([...constant].map((provider) => ({ provider }))) }
  const template = templateOf(context, expr)
  return template === undefined ? { provider: 'unknown' } : { provider: providerAt(template.text), from: template.from }
}

/** `openai.base_url = "…"` on the module itself. */
function sentByModule(context: Context, client: ClientShape): Sent | undefined {
  for (const name of namesOf(client)) {
    asks('imports')
    for (const found of context.module.imports) {
      const set = found.name === '*' ? context.index.paths(`${found.local}.${name}`).at(-1)?.value : undefined
      if (set) return sentAs(context, client, set)
    }
  }
  return undefined
}

/** `os.environ["OPENAI_BASE_URL"] = "…"` before the client is made; what only an arm of an `if` sets may be set or not. */
function sentBySetting(context: Context, client: ClientShape, made: CallExpr | undefined): Sent | undefined {
  if (!made) return undefined
  const [start] = made.span
  const set = (client.baseUrlSet ?? [])
    .flatMap((name) => stores.flatMap((store) => context.index.paths(`${store}.${name}`)))
    .findLast(({ span }) => span[1] <= start)
  if (!set?.value) return undefined
  return set.branch && !within(set.branch, start) ? { provider: 'unknown' } : sentAs(context, client, set.value)
}

const stores = ['os.environ', 'environ', 'process.env']
