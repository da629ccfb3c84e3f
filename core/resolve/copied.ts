// Copies of an object with other things in their place: `replace(config, model="gpt-4o")`, `config.model_copy(update={"model": "gpt-4o"})`.
// https://docs.python.org/3/library/dataclasses.html#dataclasses.replace, https://docs.pydantic.dev/latest/concepts/models/#model-copy,
// https://docs.python.org/3/library/collections.html#collections.somenamedtuple._replace
import type { Argument, CallExpr } from '../module.ts'
import type { Context } from './context.ts'
import type { Value } from './value.ts'

/** `replace(config, model="…")`; undefined where that is no object of the program. */
export function replacedCopy(context: Context, call: CallExpr): readonly Value[] | undefined {
  const [of, ...given] = call.args
  return of && copies(context.evaluate(of.value), call, given)
}

/** `config.model_copy(update={"model": "…"})`, `config._replace(model="…")`; undefined for any other call. */
export function copiedBy(context: Context, call: CallExpr): readonly Value[] | undefined {
  const { callee, args } = call
  if (callee.is !== 'member' || context.module.language !== 'python') return undefined
  if (callee.name === '_replace') return copies(context.evaluate(callee.of), call, args)
  if (callee.name !== 'model_copy') return undefined
  const update = args.find(({ name }) => name === 'update')
  const entries = update?.value.is === 'record' ? update.value.entries : []
  const given = entries.flatMap(({ name, value, span }) => (name === undefined ? [] : [{ name, value, span }]))
  if (given.length < entries.length || (update && update.value.is !== 'record')) return undefined
  return copies(context.evaluate(callee.of), call, given)
}

const made = new WeakMap<CallExpr, WeakMap<CallExpr, CallExpr>>()

/** As it would be made with what is given first. */
function copies(values: readonly Value[], call: CallExpr, given: readonly Argument[]): readonly Value[] | undefined {
  const objects = values.flatMap((value) =>
    value.is === 'instance' && value.call ? [{ ...value, of: value.call }] : [],
  )
  if (objects.length === 0 || objects.length < values.length || given.some(({ name }) => name === undefined))
    return undefined
  return objects.map(({ of, ...value }): Value => {
    const there = made.get(call) ?? new WeakMap<CallExpr, CallExpr>()
    made.set(call, there)
    const whole = there.get(of) ?? { ...of, args: [...given, ...of.args] }
    there.set(of, whole)
    return { ...value, call: whole }
  })
}
