import type { Params } from '../sdk.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { bindingValues } from './names.ts'
import { asks } from './reads.ts'
import { dotted, type Value } from './value.ts'

/**
 * What the program sets for all: `Settings.llm = …` by the path of the setting, or `dspy.configure(lm=…)` by that of the function with the
 * argument in brackets.
 */
export function ambientValues(context: Context, params: Params): readonly Value[] {
  return (typeof params === 'string' ? [params] : params).flatMap((path) => {
    const [, callee, argument] = /^(.*)\((.*)\)$/.exec(path) ?? []
    return callee === undefined || argument === undefined ? setTo(context, path) : givenTo(context, callee, argument)
  })
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

function givenTo(context: Context, callee: string, argument: string): readonly Value[] {
  const name = callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf('#')) + 1)
  return context.index.callsNamed(name).flatMap(({ expr }) => {
    const isIt = context.evaluate(expr.callee).some((value) => value.is === 'symbol' && dotted(value.path) === callee)
    if (!isIt) return []
    return argumentsOf(context, expr, 0, []).get(argument).among.flatMap(context.evaluate)
  })
}
