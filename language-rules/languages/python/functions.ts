import type { Expr, Parameter } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addScope, bind, type ModuleBuilder, type ScopeDraft, within } from '../lowering/builder.ts'
import { nameAt } from '../lowering/expr.ts'
import { annotation } from './annotations.ts'
import { expression } from './expressions.ts'
import { byComma, child, type Node } from './tree.ts'

/** The loop that calls a function for each element, and what it iterates. */
export interface Callback {
  readonly loop: number | undefined
  readonly over?: Expr
}

export function lambda(builder: ModuleBuilder, node: Node, callback?: Callback): Expr {
  const span: Span = [node.from, node.to]
  const parameters = parametersOf(builder, child(node, 'ParamList'))
  const scope = addScope(builder, 'function', span)
  const body = node.kids.at(-1)
  within(builder, scope.id, callback?.loop, () => {
    bindParameters(builder, scope, parameters, callback)
    if (body && body.name !== ':') scope.returns.push(expression(builder, body))
  })
  return { is: 'function', scope: scope.id, span }
}

/** Defaults and annotations are evaluated outside the function, before it is there. */
export function parametersOf(builder: ModuleBuilder, list: Node | undefined): Parameter[] {
  return byComma(list?.kids ?? []).flatMap((group): Parameter[] => {
    const named = group.findIndex((kid) => kid.name === 'VariableName')
    const variable = group[named]
    if (!variable) return []
    const rest = group.find((kid) => kid.name === '*' || kid.name === '**')?.name
    const type = group.find((kid) => kid.name === 'TypeDef')
    const assign = group.findIndex((kid) => kid.name === 'AssignOp')
    const given = assign >= 0 ? group[assign + 1] : undefined
    const last = given ?? type ?? variable
    return [
      {
        name: builder.text.slice(variable.from, variable.to),
        ...(given ? { default: expression(builder, given) } : {}),
        ...(type ? { annotation: annotation(builder, type) } : {}),
        ...(rest ? { rest: rest === '*' ? 'list' : 'record' } : {}),
        span: [variable.from, last.to],
      },
    ]
  })
}

export function bindParameters(
  builder: ModuleBuilder,
  scope: ScopeDraft,
  parameters: readonly Parameter[],
  callback?: Callback,
): void {
  scope.parameters.push(...parameters)
  parameters.forEach((parameter, index) => {
    const { name, span } = parameter
    const element = index === 0 && callback?.over
    bind(builder, {
      target: nameAt([span[0], span[0] + name.length], name),
      ...(element ? { value: { is: 'each', of: element, span: element.span } } : {}),
      ...(parameter.annotation ? { annotation: parameter.annotation } : {}),
      via: 'parameter',
      refers: index,
      span,
    })
  })
}
