// Which arms run, where what they ask of is settled: fixed by the program, or by the one call it is worked out for.
import type { Binding, Scope, When } from '../module.ts'
import type { Context } from './context.ts'
import type { Value } from './value.ts'

/** Whoever calls or runs the program decides the rest. An attribute may have been set since. */
const isSettled = (value: Value): boolean =>
  value.is === 'scalar' && !value.assumed && /^(?:literal|constant|parameter|other-file)$/.test(value.via)

const isFalse = (value: Value): boolean => value.is === 'scalar' && !value.value

/** Does an arm run: surely, surely not, or can nobody tell? */
function runs(context: Context, { tests, alone }: When): boolean | undefined {
  let all = alone
  for (const test of tests) {
    const told = context.unlessOpen(test, () => context.evaluate(test), [])
    const settled = told.length > 0 && told.every(isSettled)
    if (settled && told.every(isFalse)) return false
    all &&= settled && !told.some(isFalse)
  }
  return all ? true : undefined
}

/** Of bindings, newest first, those an arm that runs may give: none before one that surely does. */
export function reached(context: Context, bindings: readonly Binding[]): readonly Binding[] {
  if (!bindings.some(({ when }) => when)) return bindings
  const kept: Binding[] = []
  for (const binding of bindings) {
    const told = binding.when && runs(context, binding.when)
    if (told === false) continue
    kept.push(binding)
    if (told && binding.loop === undefined && kept.length > 0) break
  }
  return kept
}

/** Without those that stand in an arm that surely does not run. */
export const notLeftOut = (context: Context, bindings: readonly Binding[]): readonly Binding[] =>
  bindings.filter(({ when }) => !when || runs(context, when) !== false)

/** What a function returns, in order: nothing after what it surely returns. */
export function returnsReached(context: Context, { returns, returnsWhen }: Scope): Scope['returns'] {
  if (!returnsWhen) return returns
  const kept: Scope['returns'][number][] = []
  for (const [at, value] of returns.entries()) {
    const when = returnsWhen[at]
    const told = when && runs(context, when)
    if (told === false) continue
    kept.push(value)
    if (told) break
  }
  return kept
}
