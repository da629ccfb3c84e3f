// What a framework keeps for one user from run to run: `st.session_state.model = "gpt-4o"` in one function is read in any other.
// https://docs.streamlit.io/develop/api-reference/caching-and-state/st.session_state, https://docs.chainlit.io/concepts/user-session
import type { Binding, CallExpr, CallSite, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { itemValues, textsAt } from './data.ts'
import { distinct } from './distinct.ts'
import { asksOf } from './holds.ts'
import { inTestsElsewhere } from './lookup.ts'
import { pathKey, within } from './module-index.ts'
import { bindingValues } from './names.ts'
import { type SymbolValue, unknownValue, type Value, via } from './value.ts'
import { isCalled, pickers, writers } from './widgets.ts'

/** By its name, what has it. */
const sessions: ReadonlyMap<string, string> = new Map([
  ['session_state', 'streamlit'],
  ['user_session', 'chainlit'],
])

const isSession = ({ global, path: [of, session, ...more] }: SymbolValue): boolean =>
  session !== undefined && more.length === 0 && !global && !of!.called && sessions.get(session.name) === of!.name

/**
 * What this file ever puts in the session under a name; undefined where it is no session, or nothing is put there. Which of several is
 * there when it is read is up to the user: each may be. Nothing, or an empty text, is what it holds until one of them is.
 * @param of the session, as it is written where it is read
 */
export function sessionValues(
  context: Context,
  session: SymbolValue,
  of: Expr,
  name: string,
): readonly Value[] | undefined {
  const store = isSession(session) ? pathKey(of) : undefined
  if (store === undefined) return undefined
  const values = context.unlessOpen(`session ${store} ${name}`, () => putThere(context, store, name, of.span[0]), [])
  const filled = values
    .filter((value) => value.is !== 'scalar' || (value.value !== null && value.value !== ''))
    .filter((value) => !isOfFile(context, value, deepest))
  return filled.length > 0 ? distinct(via('constant', filled), of.span) : undefined
}

/** How far what something is made of is followed. */
const deepest = 5

/** Made of what stands in a file of data: a session goes on while the file is edited, and has what stood there before. */
function isOfFile(context: Context, value: Value, deep: number): boolean {
  const isOf = (expr: Expr) => deep > 0 && context.evaluate(expr).some((each) => isOfFile(context, each, deep - 1))
  if (value.is === 'symbol') return value.path.some(({ call }) => call?.args.some((argument) => isOf(argument.value)))
  if (value.is !== 'data') return false
  if (context.foreign.get(value.expr)?.home.module.data) return true
  return value.expr.is === 'list' && value.expr.items.some((item) => item.is !== 'spread' && isOf(item))
}

/** `session.get("model")`, and with another value for when there is none. */
export function sessionCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  const { callee, args } = call
  if (callee.is !== 'member' || !/^(?:get|setdefault)$/.test(callee.name)) return undefined
  const session: SymbolValue = { ...value, path: value.path.slice(0, -1) }
  const [key, fallback] = args
  if (!key || !isSession(session)) return undefined
  const found = (textsAt(context, key.value) ?? []).flatMap(
    (name) => sessionValues(context, session, callee.of, name) ?? [],
  )
  // What `setdefault` is given is put there by it.
  if (!fallback || callee.name === 'setdefault') return found.length > 0 ? found : undefined
  const other = context.evaluate(fallback.value)
  return found.length > 0 ? [...found, ...other] : [unknownValue('dynamic', call.span, 'parameter'), ...other]
}

/** What hangs on the run before: `st.session_state.turns += 1`. What stands in for nothing, `state.get("m") or "gpt-4o"`, does not. */
function isCarried({ index }: Context, store: string, name: string, { value, via: by }: Binding): boolean {
  if (by === 'augment') return true
  const isWorkedOut =
    value?.is === 'text' || value?.is === 'index' || (value?.is === 'operation' && counting.test(value.op))
  if (!isWorkedOut) return false
  const isAsked = ({ expr: { args, callee, span } }: CallSite) =>
    within(value.span, span[0]) &&
    callee.is === 'member' &&
    pathKey(callee.of) === store &&
    isNamed(args[0]?.value, name)
  return asksOf(value, { keys: [`${store}.${name}`], value: null }) || index.callsNamed('get').some(isAsked)
}

const counting = /^(?:[-+%]|\*\*?|\/\/?)$/

const isNamed = (key: Expr | undefined, name: string) =>
  key?.is === 'text' && key.parts.length === 1 && key.parts[0] === name

function putThere(context: Context, store: string, name: string, at: number): readonly Value[] {
  const { index } = context
  const callsOf = (method: string) =>
    index.callsNamed(method).flatMap(({ expr }) => {
      const { callee } = expr
      return callee.is === 'member' && pathKey(callee.of) === store ? [expr] : []
    })
  const set = index
    .paths(`${store}.${name}`)
    .filter((binding) => !inTestsElsewhere(binding, at))
    .flatMap((binding) =>
      isCarried(context, store, name, binding) ? unknownValue('dynamic', [at, at]) : bindingValues(context, binding),
    )
  const given = [...callsOf('set'), ...callsOf('setdefault')]
    .filter(({ args }) => args.length === 2 && isCalled(context, args[0]!.value, name))
    .flatMap(({ args }) => context.evaluate(args[1]!.value))
  const updated = callsOf('update')
    .flatMap(({ args }) => args.flatMap((argument) => context.evaluate(argument.value)))
    .flatMap((value) =>
      value.is === 'data' && value.expr.is === 'record' && value.expr.entries.some((entry) => entry.name === name)
        ? itemValues(context, value.expr, name, value.expr.span)
        : [],
    )
  const widgets = [...pickers, ...writers]
    .flatMap((widget) => index.callsNamed(widget))
    .filter(({ expr }) => isCalled(context, expr.args.find((argument) => argument.name === 'key')?.value, name))
    .flatMap(({ expr }) => context.evaluate(expr))
    .filter((value) => value.is === 'scalar')
  // `for key, value in defaults.items(): st.session_state[key] = value`
  const other = index
    .pathsBelow(store)
    .filter(({ target }) => target.is === 'index' && pathKey(target) === undefined)
    .some(({ target }) => target.is === 'index' && (textsAt(context, target.key)?.includes(name) ?? true))
  const all = [...set, ...given, ...updated, ...widgets]
  return other && all.length > 0 ? [...all, unknownValue('dynamic', [at, at])] : all
}
