import { attributeIn, blocksIn, type In } from './declarations.ts'
import { plainScope } from './evaluate.ts'
import type { Attribute, BlockNode, BodyItem, Expression } from './hcl/ast.ts'
import { childrenOf } from './hcl/children.ts'
import { instancesOf } from './instances.ts'
import { childOf, isMissing, type Module } from './module.ts'
import { blockAt } from './reference.ts'
import { type Target, targetIn } from './target.ts'

interface Waiting {
  readonly expression: Expression
  readonly module: Module
}

/** Resources that expressions refer to, each standing for all its instances: directly, or through locals, variables and outputs. */
export function referencesIn(items: readonly BodyItem[], module: Module): ReadonlySet<Target> {
  const found = new Set<Target>()
  const seen = new Set<Expression>()
  const waiting: Waiting[] = []
  addBody(items, module, waiting)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next.expression)) continue
    seen.add(next.expression)
    const leads = follow(next, found)
    waiting.push(...(leads ?? childrenOf(next.expression).map((expression) => ({ expression, module: next.module }))))
  }
  return found
}

/** Where a reference leads; undefined where the expression is none by itself. */
function follow({ expression, module }: Waiting, found: Set<Target>): readonly Waiting[] | undefined {
  if (expression.is !== 'attribute') return undefined
  const { of, name } = expression
  if (of.is === 'variable' && of.name === 'local') return leadTo(module.declared.locals.get(name)?.node, module)
  if (of.is === 'variable' && of.name === 'var') {
    const { call } = module
    return call ? leadTo(attributeIn(call.block.node.items, name)?.value, call.from) : []
  }
  const called = blockAt(withoutIndex(of), plainScope(module, module.declared.documents[0]!))
  if (called?.node.type === 'module') return outputOf(called, name, module)
  const block = blockAt(expression, plainScope(module, module.declared.documents[0]!))
  if (block === undefined) return undefined
  if (block.node.type !== 'module') found.add(targetIn(module, block, undefined))
  return block.node.type === 'module' ? outputOf(block, undefined, module) : []
}

const withoutIndex = (expression: Expression): Expression =>
  expression.is === 'index' ? withoutIndex(expression.of) : expression

const leadTo = (expression: Expression | undefined, module: Module): readonly Waiting[] =>
  expression === undefined ? [] : [{ expression, module }]

/** @param name all outputs where it is not said which */
function outputOf(block: In<BlockNode>, name: string | undefined, from: Module): readonly Waiting[] {
  const instances = instancesOf(block, from)
  const child = childOf(from, block, instances.any(), instances.keyed !== 'once')
  if (isMissing(child)) return []
  const { outputs } = child.declared
  const wanted = name === undefined ? [...outputs.values()] : [outputs.get(name)].filter((each) => each !== undefined)
  return wanted.flatMap(({ node }) => leadTo(attributeIn(node.items, 'value')?.value, child))
}

/** The attribute at a path through nested blocks and the `content` of dynamic ones; undefined where it is not written. */
export function expressionAt(items: readonly BodyItem[], [name, ...rest]: readonly string[]): Attribute | undefined {
  const written = attributeIn(items, name!)
  if (written !== undefined) return written
  const inner = blocksIn(items).flatMap((block) =>
    block.type === name
      ? [block]
      : block.type === 'dynamic' && block.labels[0]?.text === name
        ? blocksIn(block.items)
        : [],
  )
  const [nth, ...below] = rest
  const isNumbered = /^\d+$/.test(nth ?? '')
  const path = isNumbered ? below : rest
  for (const block of isNumbered ? inner.slice(Number(nth), Number(nth) + 1) : inner) {
    const found = path.length === 0 ? undefined : expressionAt(block.items, path)
    if (found !== undefined) return found
  }
  return undefined
}

/** They say in what order things are made, and by whom: not what one thing is of another. */
const aside = new Set(['depends_on', 'provider', 'providers'])

function addBody(items: readonly BodyItem[], module: Module, waiting: Waiting[]): void {
  for (const item of items) {
    if (item.is === 'attribute') {
      if (!aside.has(item.name)) waiting.push({ expression: item.value, module })
    } else if (item.type !== 'lifecycle') addBody(item.items, module, waiting)
  }
}
