import type { Attribute, BodyItem, Expression, TemplatePart } from './hcl/ast.ts'
import { attributeIn, blocksIn, type Root } from './root.ts'

/** Addresses of the resources a body refers to, directly or through locals. */
export function referencesIn(items: readonly BodyItem[], root: Root): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const waiting: Expression[] = []
  addBody(items, waiting)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.is === 'attribute' && next.of.is === 'variable') {
      const name = `${next.of.name}.${next.name}`
      if (next.of.name === 'local' && !seen.has(name)) {
        const declared = root.locals.get(next.name)
        if (declared !== undefined) waiting.push(declared.node)
      } else found.add(name)
      seen.add(name)
    }
    waiting.push(...childrenOf(next))
  }
  return found
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
  for (const block of inner) {
    const found = rest.length === 0 ? undefined : expressionAt(block.items, rest)
    if (found !== undefined) return found
  }
  return undefined
}

function addBody(items: readonly BodyItem[], waiting: Expression[]): void {
  for (const item of items) {
    if (item.is === 'attribute') waiting.push(item.value)
    else addBody(item.items, waiting)
  }
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'literal':
    case 'variable':
    case 'element':
      return []
    case 'template':
      return expression.parts.flatMap(inPart)
    case 'attribute':
      return [expression.of]
    case 'index':
      return [expression.of, expression.key]
    case 'splat':
      return [expression.of, expression.each]
    case 'call':
      return expression.args
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise]
    case 'parens':
      return [expression.value]
    case 'tuple':
      return expression.items
    case 'object':
      return expression.items.flatMap((item) => [item.key, item.value])
    case 'for':
      return [expression.collection, expression.resultKey, expression.result, expression.condition].filter(
        (inner) => inner !== undefined,
      )
  }
}

function inPart(part: TemplatePart): readonly Expression[] {
  switch (part.is) {
    case 'text':
      return []
    case 'interpolation':
      return [part.value]
    case 'if':
      return [part.condition, ...part.then.flatMap(inPart), ...part.otherwise.flatMap(inPart)]
    case 'for':
      return [part.collection, ...part.parts.flatMap(inPart)]
  }
}
