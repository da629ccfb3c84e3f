import type { Params } from '../sdk.ts'
import type { Span } from '../types.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { crossed, pathsOf } from './cross.ts'
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
  const here = setIn(context, params, at)
  if (here.length > 0 || params.length === 0) return here
  const elsewhere = () => setByImports(context, typeof params === 'string' ? [params] : params, 1)
  return context.unlessOpen(`set elsewhere ${params}`, elsewhere, [])
}

/** How many steps of imports lead to where it may be set. */
const deepest = 2

/** A module this one imports may set it. */
function setByImports(context: Context, params: readonly string[], depth: number): readonly Value[] {
  asks('imports')
  for (const found of context.module.imports) {
    const path = pathsOf(context.module, found).findLast((each) => context.link?.mayBill(each))
    const home = path === undefined ? undefined : context.link?.module(path)
    if (!home || home.module === context.module) continue
    const values = setIn(home, params, undefined)
    const inside = values.length > 0 || depth >= deepest ? values : setByImports(home, params, depth + 1)
    if (inside.length > 0) return crossed(context, { home, at: found.span }, inside)
  }
  return []
}

const lastOf = (path: string) => path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('#')) + 1)

function setIn(context: Context, params: Params, at: number | undefined): readonly Value[] {
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
  const name = lastOf(callee)
  return context.index.callsNamed(name).flatMap(({ expr, statement }) => {
    const isIt = context.evaluate(expr.callee).some((value) => value.is === 'symbol' && dotted(value.path) === callee)
    if (!isIt) return []
    const { among } = argumentsOf(context, expr, 0, []).get(argument)
    if (among.length === 0) return []
    return [{ values: among.flatMap(context.evaluate), ...(isBlock ? { block: statement } : {}) }]
  })
}
