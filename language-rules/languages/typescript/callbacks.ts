import ts from 'typescript'
import type { Argument, Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { addLoop } from '../lowering/builder.ts'
import { argument, bare } from './expressions.ts'
import { functionLike } from './functions.ts'
import { spanOf, type Walk } from './walk.ts'

// Array's own methods: the receiver is what is iterated. The number is the parameter that gets the element.
const ofReceiver: Readonly<Record<string, number>> = {
  map: 0,
  forEach: 0,
  flatMap: 0,
  filter: 0,
  some: 0,
  every: 0,
  find: 0,
  findIndex: 0,
  findLast: 0,
  findLastIndex: 0,
  reduce: 1,
  reduceRight: 1,
}

// p-map, Bluebird, lodash, async and Array.from: what is iterated comes before the function.
const ofArgument = new Set([
  'pMap',
  'pEach',
  'pMapSeries',
  'pFilter',
  'map',
  'mapSeries',
  'mapLimit',
  'each',
  'eachSeries',
  'eachLimit',
  'forEach',
  'flatMap',
  'filter',
  'concatMap',
  'from',
])

// A function handed to one of these waits for something to happen: no loop around the call runs it.
const later =
  /^(?:on|once|add\w*Listener|subscribe|use\w*|get|post|put|patch|delete|all|route|describe|it|test|before\w*|after\w*|setInterval)$/

/** Does a function handed to this call run when, and as often as, the call does? `retry(() => …)`, `limit(() => …)`. */
export const handed = (callee: Expr): boolean => {
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : ''
  return !later.test(name)
}

/**
 * The arguments of a call that calls one of them for each element of another, that loop recorded; undefined for any
 * other call. An inline function is lowered inside the loop.
 */
export function lowerIteration(walk: Walk, node: ts.CallExpression, callee: Expr, span: Span): Argument[] | undefined {
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : ''
  const at = node.arguments.findIndex(isInline)
  const own = callee.is === 'member' ? ofReceiver[name] : undefined
  if (own !== undefined && (at === 0 || (at < 0 && node.arguments.length === 1 && isNamed(node.arguments[0]!)))) {
    return iteration(walk, node, callee, span, {
      at: 0,
      over: callee.is === 'member' ? callee.of : callee,
      element: own,
    })
  }
  return at > 0 && ofArgument.has(name)
    ? iteration(walk, node, callee, span, { at, over: undefined, element: 0 })
    : undefined
}

interface Shape {
  /** Which argument is the function. */
  readonly at: number
  /** The receiver; undefined where it is the first argument that is iterated. */
  readonly over: Expr | undefined
  readonly element: number
}

function iteration(walk: Walk, node: ts.CallExpression, callee: Expr, span: Span, shape: Shape): Argument[] {
  const before = node.arguments.slice(0, shape.at).map((arg) => argument(walk, arg, callee))
  const over = shape.over ?? before[0]!.value
  const loop = addLoop(walk.builder, 'callback', span, over)
  const written = node.arguments[shape.at]!
  const inline = bare(written)
  const at = spanOf(walk, written)
  const own: Argument =
    ts.isArrowFunction(inline) || ts.isFunctionExpression(inline)
      ? {
          value: functionLike(walk, inline, { loop: loop.id, given: eachOf(over), parameter: shape.element }),
          span: at,
        }
      : argument(walk, written, callee)
  if (own.value.is === 'function') {
    const variable = walk.builder.scopes[own.value.scope]!.parameters[shape.element]?.name
    if (variable !== undefined && !variable.startsWith('#')) loop.variable = variable
  } else loop.calls = own.value
  return [...before, own, ...node.arguments.slice(shape.at + 1).map((arg) => argument(walk, arg, callee))]
}

const eachOf = (over: Expr): Expr => ({ is: 'each', of: over, span: over.span })

/** `import('openai').then(({ OpenAI }) => …)`: the function is given what is awaited. */
export function lowerSettled(walk: Walk, node: ts.CallExpression, callee: Expr): Argument[] | undefined {
  const [first, ...rest] = node.arguments
  if (callee.is !== 'member' || callee.name !== 'then' || !first) return undefined
  const inline = bare(first)
  if (!ts.isArrowFunction(inline) && !ts.isFunctionExpression(inline)) return undefined
  const value = functionLike(walk, inline, { loop: walk.builder.loop, given: callee.of })
  return [{ value, span: spanOf(walk, first) }, ...rest.map((arg) => argument(walk, arg, callee))]
}

function isInline(node: ts.Node): boolean {
  const inner = bare(node)
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)
}

function isNamed(node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)
}
