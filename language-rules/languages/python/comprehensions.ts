import type { Expr } from '../../../core/module.ts'
import { addLoop, addScope, type ModuleBuilder, within } from '../lowering/builder.ts'
import { opaque } from '../lowering/expr.ts'
import { holding, inArm } from '../lowering/holding.ts'
import { expression, isMark } from './expressions.ts'
import { bindTarget, targetOf } from './targets.ts'
import type { Node } from './tree.ts'

export const isComprehension = (node: Node): boolean => node.kids.some((kid) => kid.name === 'for')

interface Clause {
  readonly targets: readonly Node[]
  readonly over: Node | undefined
  readonly conditions: readonly Node[]
}

/** `[f(x) for x in xs if c]`: `xs` is read outside the loop, all else within it; a later `for` is a loop inside the first. */
export function comprehension(builder: ModuleBuilder, node: Node): Expr {
  const first = node.kids.findIndex((kid) => kid.name === 'for' || kid.name === 'async')
  const element = node.kids.slice(0, first).filter((kid) => !isMark(kid) && !'([{'.includes(kid.name))
  const clauses = clausesOf(node.kids.slice(first))
  const children: Expr[] = []
  const run = (at: number, over: Expr | undefined): void => {
    const clause = clauses[at]!
    const target = targetOf(builder, clause.targets)
    const name = target?.is === 'name' ? builder.text.slice(target.node.from, target.node.to) : undefined
    const loop = addLoop(builder, 'comprehension', [node.from, node.to], over, name)
    within(builder, builder.scope, loop.id, () => {
      if (target && over) bindTarget(builder, target, { is: 'each', of: over, span: over.span }, 'for')
      const tests = clause.conditions.map((condition) => expression(builder, condition))
      for (const part of element) holding(builder, [part.from, part.to], inArm([], tests[0]))
      const next = clauses[at + 1]
      if (next) run(at + 1, next.over && expression(builder, next.over))
      else for (const part of element) children.push(expression(builder, part))
    })
  }
  if (clauses.length === 0) return opaque([node.from, node.to])
  const over = clauses[0]!.over && expression(builder, clauses[0]!.over)
  const scope = addScope(builder, 'comprehension', [node.from, node.to])
  within(builder, scope.id, builder.loop, () => run(0, over))
  const copied = clauses.length === 1 && over ? copiedFrom(builder, element, clauses[0]!, over) : undefined
  if (copied)
    return { is: 'record', entries: [{ value: copied, spread: true, span: over!.span }], span: [node.from, node.to] }
  // `{name: llm for name in names}` holds the same thing under each key.
  const [key, value] = children
  if (key && value && children.length === 2)
    return { is: 'record', entries: [{ key, value, span: value.span }], span: [node.from, node.to] }
  const made = opaque([node.from, node.to], over ? [...children, over] : children)
  return children.length === 1 ? { ...made, each: true } : made
}

/** `{k: v for k, v in options.items() if v is not None}` holds what `options` does, as far as that is anything. */
function copiedFrom(
  builder: ModuleBuilder,
  element: readonly Node[],
  { targets, conditions }: Clause,
  over: Expr,
): Expr | undefined {
  const textOf = (nodes: readonly Node[]) => nodes.map(({ from, to }) => builder.text.slice(from, to)).join(' ')
  const [key, value, ...more] = element.map((part) => textOf([part]))
  const names = textOf(targets).match(/\w+/g) ?? []
  const isCopied = more.length === 0 && names.length === 2 && names[0] === key && names[1] === value
  if (!isCopied || over.is !== 'call' || over.callee.is !== 'member') return undefined
  if (over.callee.name !== 'items' || over.args.length > 0) return undefined
  return new RegExp(`\\b${key}\\b`).test(textOf(conditions)) ? undefined : over.callee.of
}

function clausesOf(kids: readonly Node[]): Clause[] {
  const clauses: { targets: Node[]; over: Node | undefined; conditions: Node[] }[] = []
  let into: 'targets' | 'over' | 'conditions' = 'targets'
  for (const kid of kids) {
    if (kid.name === 'for') {
      clauses.push({ targets: [], over: undefined, conditions: [] })
      into = 'targets'
    } else if (kid.name === 'in' && into === 'targets') into = 'over'
    else if (kid.name === 'if') into = 'conditions'
    else if (kid.name === 'async' || kid.name === ')' || kid.name === ']' || kid.name === '}') continue
    else {
      const clause = clauses.at(-1)
      if (!clause) continue
      if (into === 'targets') clause.targets.push(kid)
      else if (into === 'over') clause.over ??= kid
      else if (!isMark(kid)) clause.conditions.push(kid)
    }
  }
  return clauses
}
