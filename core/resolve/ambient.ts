import type { Params } from '../sdk.ts'
import type { Span } from '../types.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { within } from './module-index.ts'
import { bindingValues } from './names.ts'
import { asks } from './reads.ts'
import { dotted, type Value } from './value.ts'

/**
 * What the program sets for all: `Settings.llm = …` by the path of the setting, or `dspy.configure(lm=…)` by that of the function with the
 * argument in brackets. Asked for at a place, what a block around it sets is all, `with dspy.context(lm=…)`, and what other blocks set is
 * nothing there.
 */
export function ambientValues(context: Context, params: Params, at?: number): readonly Value[] {
  const set = (typeof params === 'string' ? [params] : params).flatMap((path): readonly Setting[] => {
    const [, block, callee, argument] = /^(with )?(.*)\((.*)\)$/.exec(path) ?? []
    return callee === undefined || argument === undefined
      ? [{ values: setTo(context, path) }]
      : givenTo(context, callee, argument, block !== undefined)
  })
  return inForceAt(set, at).flatMap(({ values }) => values)
}

interface Setting {
  readonly values: readonly Value[]
  /** The block it is set for. */
  readonly block?: Span
}

function inForceAt(set: readonly Setting[], at: number | undefined): readonly Setting[] {
  if (at === undefined) return set
  const around = set.filter(({ block }) => block && within(block, at))
  const [first, ...more] = around.sort((a, b) => a.block![0] - b.block![0])
  if (first) return [more.at(-1) ?? first]
  const forAll = set.filter(({ block }) => !block)
  // Where nothing else is set, what runs outside may be called from one of the blocks.
  return forAll.length > 0 ? forAll : set
}

function setTo(context: Context, path: string): readonly Value[] {
  const name = path.slice(path.lastIndexOf('.') + 1)
  asks('member', name)
  return context.module.bindings.flatMap((binding) => {
    const { target } = binding
    if (target.is !== 'member' || target.name !== name || !binding.value) return []
    const owner = context
      .evaluate(target.of)
      .some((value) => value.is === 'symbol' && `${dotted(value.path)}.${name}` === path)
    return owner ? bindingValues(context, binding) : []
  })
}

function givenTo(context: Context, callee: string, argument: string, isBlock: boolean): readonly Setting[] {
  const name = callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf('#')) + 1)
  return context.index.callsNamed(name).flatMap(({ expr, statement }) => {
    const isIt = context.evaluate(expr.callee).some((value) => value.is === 'symbol' && dotted(value.path) === callee)
    if (!isIt) return []
    const { among } = argumentsOf(context, expr, 0, []).get(argument)
    if (among.length === 0) return []
    return [{ values: among.flatMap(context.evaluate), ...(isBlock ? { block: statement } : {}) }]
  })
}
