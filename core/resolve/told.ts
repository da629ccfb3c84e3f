// Calls in TypeScript on something that nothing shows the making of: a platform hands it to the program, `env` of a worker.
import type { CallExpr, Expr } from '../module.ts'
import type { Sdk, Tells } from '../sdk.ts'
import type { EnvironmentHint } from '../types.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { between, clientOf, isDouble } from './handed.ts'
import type { Match } from './match.ts'
import { meaning } from './meaning.ts'
import { textsOf } from './read.ts'
import type { Segment, Value } from './value.ts'

/** What tells a call, by the method that is called. */
export type Told = ReadonlyMap<string, readonly Teller[]>

interface Teller {
  readonly sdk: Sdk
  readonly tells: Tells
}

export function toldBy(sdks: readonly Sdk[]): Told {
  const told = new Map<string, Teller[]>()
  for (const sdk of sdks)
    for (const [method, tells] of Object.entries(sdk.tells ?? {}))
      told.set(method, [...(told.get(method) ?? []), { sdk, tells }])
  return told
}

/** May a text hold such a call? True wherever its module would, but where the id is another file's. */
export function mayBeTold(sdks: readonly Sdk[]): (text: string) => boolean {
  const all = sdks.flatMap((sdk) => Object.values(sdk.tells ?? {}))
  const names = all.flatMap(({ on }) => on.map((path) => path.split('.').join(between)))
  const on = names.length === 0 ? undefined : new RegExp(`\\b(?:${names.join('|')})\\b`)
  const ids = all.flatMap(({ ids }) => ids)
  return (text) => ids.some((id) => text.includes(id)) || on?.test(text) === true
}

export const mayTell = (told: Told, { callee }: CallExpr): boolean => callee.is === 'member' && told.has(callee.name)

/** A call by what the program names its receiver, or by an id that only one provider's models have. */
export function toldMatch(
  context: Context,
  told: Told,
  call: CallExpr,
  hints: readonly EnvironmentHint[],
): Match | undefined {
  const { callee } = call
  // What a test is handed is seldom the client itself.
  if (callee.is !== 'member' || hints.includes('test') || isDouble(callee.of)) return undefined
  for (const { sdk, tells } of told.get(callee.name) ?? []) {
    const shape = sdk.calls.find(({ path }) => path === callee.name)
    if (!shape) continue
    const { given } = argumentsOf(context, call, 0, []).first(shape.model)
    const texts = textsOf(context, given)
    const byId = texts.length > 0 && texts.every((text) => tells.ids.some((id) => text.startsWith(id)))
    const named =
      given.state !== 'absent' && texts.every((text) => tells.id.test(text)) && isOn(context, tells, callee.of)
    if (!byId && !named) continue
    if (!context.evaluate(callee.of).every(byId ? mayBeOne : isHandedIn)) continue
    const rest: readonly Segment[] = [{ name: callee.name }]
    const symbol = { is: 'symbol', path: [{ name: '', called: true }, ...rest] } as const
    return { sdk, client: clientOf(sdk), shape, rest, symbol }
  }
  return undefined
}

/** Do its last names say what it is, or those of what it stands for: `c.env.AI`? */
function isOn(context: Context, tells: Tells, receiver: Expr): boolean {
  const meant = meaning(context, receiver)
  return endsAs(tells, receiver) || (meant !== undefined && endsAs(tells, meant))
}

function endsAs({ on }: Tells, receiver: Expr): boolean {
  const names: string[] = []
  for (let at: Expr = receiver; ; at = at.of) {
    if (at.is === 'name' || at.is === 'member') names.unshift(at.name)
    if (at.is !== 'member') break
  }
  const path = `.${names.join('.')}`
  return on.some((wanted) => path.endsWith(`.${wanted}`))
}

/** An object of a class of the program is none: its own calls are counted where they are made. */
const mayBeOne = (value: Value): boolean =>
  value.is === 'unknown' || value.is === 'symbol' || (value.is === 'scalar' && value.value === null)

/** Nothing tells what it is, or a framework hands it over: `getContext().env`. What a package exports is that package's. */
const isHandedIn = (value: Value): boolean =>
  mayBeOne(value) && (value.is !== 'symbol' || (!value.global && value.path.some(({ called }) => called)))
