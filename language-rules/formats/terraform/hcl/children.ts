import type { Expression, TemplatePart } from './ast.ts'

/** The expressions an expression is made of, one level down. */
export function childrenOf(expression: Expression): readonly Expression[] {
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
