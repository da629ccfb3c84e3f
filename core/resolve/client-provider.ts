import type { CallExpr, Expr } from '../module.ts'
import type { ClientShape, Levers } from '../sdk.ts'
import type { Provider } from '../types.ts'
import { type Arguments, argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { isSilent, type Made, makingOf } from './match.ts'
import { within } from './module-index.ts'
import { providerAt } from './providers.ts'
import { asks } from './reads.ts'
import { templateOf } from './template.ts'
import { dotted, type ScalarValue, type SymbolValue, type Value } from './value.ts'

/** Who bills the calls of a client: its SDK's provider, unless it was told to send them to another host. */
export function providerOf(context: Context, whole: Made): Provider {
  const { client, symbol } = whole
  // Where the id of a model comes first, the options of its client were given to what it is asked of.
  const asked = client.model === '[0]' ? makingOf(whole)?.call : undefined
  const steps = symbol.path.filter((segment) => !(asked && segment.call === asked) && !isSilent(whole, segment))
  const made = steps.flatMap(({ call }) => call ?? [])
  const own = soldBy(context, made.map(argumentsTo(context)), client.sells) ?? client.provider ?? 'unknown'
  if (!client.baseUrl) return own
  const sent = made.map((call) => sentTo(context, call, client)).filter((provider) => provider !== undefined)
  const byModule = client.module && made.length === 0 ? moduleProvider(context, client) : undefined
  return sent.at(-1) ?? byModule ?? setProvider(context, client, made[0]) ?? own
}

const argumentsTo = (context: Context) => (call: CallExpr) => argumentsOf(context, call, 0, [])

const namesOf = ({ baseUrl = [] }: ClientShape): readonly string[] =>
  typeof baseUrl === 'string' ? [baseUrl] : baseUrl

/** Who sells it by an argument that decides that; `unknown` where it cannot be read. */
export function soldBy(
  context: Context,
  each: readonly Arguments[],
  sells: Levers['sells'] = {},
): Provider | undefined {
  const said = Object.entries(sells).flatMap(([name, sellers]) =>
    each.flatMap((args): readonly Provider[] => {
      const { among, state } = args.get(name)
      if (state === 'absent') return []
      const values = state === 'given' ? among.flatMap(context.evaluate) : []
      const told = new Set(values.map((value) => (value.is === 'scalar' ? sellers[String(value.value)] : undefined)))
      return [(told.size === 1 ? [...told][0] : undefined) ?? 'unknown']
    }),
  )
  return said.at(-1)
}

function sentTo(context: Context, call: CallExpr, client: ClientShape): Provider | undefined {
  const args = argumentsOf(context, call, 0, [])
  for (const name of namesOf(client)) {
    const given = args.get(name)
    if (given.state === 'open') return 'unknown'
    if (given.state === 'absent') continue
    const providers = new Set(given.among.map((expr) => providerFor(context, client, expr)))
    return providers.size === 1 ? [...providers][0] : 'unknown'
  }
  return undefined
}

const carrierOf = (value: SymbolValue | ScalarValue) =>
  value.is === 'scalar' ? String(value.value) : dotted(value.path).replace(/\(\)$/, '')

/**
 * `MISTRAL_API_URL`, asked of the environment for a client of Mistral: where it is not set the client keeps its own host, and it is
 * there for another of the same provider's, a proxy or a region.
 */
const isOwnUrl = ({ provider }: ClientShape, value: Value) =>
  value.is === 'unknown' &&
  provider !== undefined &&
  new RegExp(`^(?:[A-Z]+_PUBLIC_|VITE_)?${provider.split('-')[0]!.toUpperCase()}_(?!.*COMPAT)`).test(value.unset ?? '')

/** `undefined` where the URL is null or may be its provider's own: the client then keeps its own. */
function providerFor(context: Context, client: ClientShape, expr: Expr): Provider | undefined {
  const values = context.evaluate(expr)
  const carried = new Set(
    values.map((value) =>
      value.is === 'symbol' || value.is === 'scalar' ? client.carriers?.[carrierOf(value)] : undefined,
    ),
  )
  if (carried.size === 1 && !carried.has(undefined)) return [...carried][0]
  const urls = values.filter((value) => !(value.is === 'scalar' && !value.value) && !isOwnUrl(client, value))
  if (values.length > 0 && urls.length === 0) return undefined
  const constant = new Set(
    urls.map((value) =>
      value.is === 'scalar' && typeof value.value === 'string' ? providerAt(value.value) : undefined,
    ),
  )
  if (constant.size === 1 && !constant.has(undefined)) return [...constant][0]
  const template = templateOf(context, expr)
  return template === undefined ? 'unknown' : providerAt(template)
}

/** `openai.base_url = "…"` on the module itself. */
function moduleProvider(context: Context, client: ClientShape): Provider | undefined {
  for (const name of namesOf(client)) {
    asks('imports')
    for (const found of context.module.imports) {
      const set = found.name === '*' ? context.index.paths(`${found.local}.${name}`).at(-1)?.value : undefined
      if (set) return providerFor(context, client, set)
    }
  }
  return undefined
}

/** `os.environ["OPENAI_BASE_URL"] = "…"` before the client is made; what only an arm of an `if` sets may be set or not. */
function setProvider(context: Context, client: ClientShape, made: CallExpr | undefined): Provider | undefined {
  if (!made) return undefined
  const [start] = made.span
  const set = (client.baseUrlSet ?? [])
    .flatMap((name) => stores.flatMap((store) => context.index.paths(`${store}.${name}`)))
    .findLast(({ span }) => span[1] <= start)
  if (!set?.value) return undefined
  return set.branch && !within(set.branch, start) ? 'unknown' : providerFor(context, client, set.value)
}

const stores = ['os.environ', 'environ', 'process.env']
