import type { Argument, Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addLoop, type ModuleBuilder } from '../lowering/builder.ts'
import { argument } from './expressions.ts'
import { lambda } from './functions.ts'
import { byComma, type Node } from './tree.ts'

// Builtins, concurrent.futures, multiprocessing.Pool, tqdm.contrib.concurrent: the function first, what it is called for second.
const functionThenItems = new Set([
  'map',
  'filter',
  'imap',
  'imap_unordered',
  'map_async',
  'starmap',
  'starmap_async',
  'thread_map',
  'process_map',
])

// pandas and Hugging Face datasets: the receiver is what is iterated.
const perItemOfReceiver = new Set(['apply', 'progress_apply', 'applymap', 'parallel_apply', 'map', 'filter'])

/**
 * The arguments of a call that calls one of them for each element of another, that loop recorded; undefined for any
 * other call. An inline lambda is lowered inside the loop.
 */
export function lowerIteration(
  builder: ModuleBuilder,
  callee: Expr,
  argList: Node,
  span: Span,
): Argument[] | undefined {
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : undefined
  if (name === undefined) return undefined
  const groups = byComma(argList.kids.filter((kid) => kid.name !== '(' && kid.name !== ')'))
  const [first, second] = groups
  if (!first || !isFunction(first)) return undefined
  const pairwise = second !== undefined && second[1]?.name !== 'AssignOp'
  if (pairwise ? !functionThenItems.has(name) : callee.is !== 'member' || !perItemOfReceiver.has(name)) return undefined
  const rest = groups.slice(1).flatMap((group) => argument(builder, group) ?? [])
  const over = pairwise ? rest[0]?.value : callee.is === 'member' ? callee.of : undefined
  const loop = addLoop(builder, 'callback', span, over)
  const node = first[0]!
  if (node.name !== 'LambdaExpression') {
    const called = argument(builder, first)!
    loop.calls = called.value
    return [called, ...rest]
  }
  const value = lambda(builder, node, { loop: loop.id, ...(over ? { over } : {}) })
  const scope = value.is === 'function' ? builder.scopes[value.scope] : undefined
  const variable = scope?.parameters[0]?.name
  if (variable !== undefined) loop.variable = variable
  return [{ value, span: [node.from, node.to] }, ...rest]
}

function isFunction(group: readonly Node[]): boolean {
  const [node, more] = group
  return !more && node !== undefined && /^(LambdaExpression|VariableName|MemberExpression)$/.test(node.name)
}
