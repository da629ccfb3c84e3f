// What each of some things is that only a run counts: `[m for m in models if usable(m)]`, `models[:2]`, `chain(cheap, dear)`, `models.filter(…)`.
import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { elementsOf, isAddedTo, likeEach } from './data.ts'
import { meaning } from './meaning.ts'
import { dotted } from './value.ts'

/** Names of lists of lists: deeper than this nothing is told. */
const deepest = 6

/** Expressions of which each of them is one; undefined where it may be something else. */
export function goneThrough(context: Context, over: Expr, depth = 0): readonly Expr[] | undefined {
  if (depth > deepest || context.foreign.has(over)) return undefined
  const inside = (expr: Expr | undefined) =>
    expr && (elementsOf(context, expr) ?? likeEach(context, expr) ?? goneThrough(context, expr, depth + 1))
  switch (over.is) {
    case 'name': {
      const meant = meaning(context, over)
      return meant && !isAddedTo(context, over) ? goneThrough(context, meant, depth + 1) : undefined
    }
    case 'opaque':
      return over.each && over.children[0] ? over.children.slice(0, 1) : undefined
    case 'index':
      // `models[:2]`
      return over.key.is === 'opaque' && context.module.language === 'python' ? inside(over.of) : undefined
    case 'call':
      return context.module.language === 'python' ? ofFunction(context, over, inside) : ofMethod(context, over, inside)
    default:
      return undefined
  }
}

type Inside = (expr: Expr | undefined) => readonly Expr[] | undefined

/** https://docs.python.org/3/library/itertools.html */
function ofFunction(context: Context, { callee, args, span }: CallExpr, inside: Inside): readonly Expr[] | undefined {
  const [made] = context.evaluate(callee)
  if (made?.is !== 'symbol' || args.length === 0 || args.some(({ spread }) => spread)) return undefined
  const given = args.filter(({ name }) => name === undefined).map(({ value }) => value)
  const each = (of: Expr): Expr => ({ is: 'each', of, span })
  switch (dotted(made.path)) {
    case 'sorted':
    case 'reversed':
    case 'list':
    case 'tuple':
    case 'set':
    case 'iter':
    case 'itertools.islice':
    case 'itertools.cycle':
    case 'random.sample':
      return inside(given[0])
    case 'filter':
      return inside(given[1])
    case 'enumerate':
      return given[0] && [{ is: 'list', items: [{ is: 'opaque', children: [], span }, each(given[0])], span }]
    case 'zip':
    case 'itertools.product':
      return [{ is: 'list', items: given.map(each), span }]
    case 'itertools.chain': {
      const all = given.map(inside)
      return all.includes(undefined) ? undefined : all.flatMap((items) => items ?? [])
    }
    default:
      return undefined
  }
}

const alike = /^(?:filter|slice|sort|toSorted|reverse|toReversed|values)$/

function ofMethod(context: Context, { callee, args }: CallExpr, inside: Inside): readonly Expr[] | undefined {
  if (callee.is !== 'member') return undefined
  if (alike.test(callee.name)) return inside(callee.of)
  const [given] = args
  if (callee.name !== 'map' || given?.value.is !== 'function' || !inside(callee.of)) return undefined
  const returns = context.module.scopes[given.value.scope]?.returns ?? []
  return returns.length > 0 ? returns : undefined
}
