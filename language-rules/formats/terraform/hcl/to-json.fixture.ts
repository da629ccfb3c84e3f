import type { BodyItem, Expression, TemplatePart } from './ast.ts'

/** A body as hcl2json writes it: blocks under their type and labels, an expression as `${its text}`. */
export function toJson(items: readonly BodyItem[], text: string): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const item of items) {
    if (item.is === 'attribute') {
      body[item.name] = valueToJson(item.value, text)
      continue
    }
    let place = body
    const names = [item.type, ...item.labels.map((label) => label.text)]
    for (const name of names.slice(0, -1)) {
      place[name] ??= {}
      place = place[name] as Record<string, unknown>
    }
    const last = names.at(-1)!
    place[last] = [...((place[last] as unknown[] | undefined) ?? []), toJson(item.items, text)]
  }
  return body
}

const cut = (expression: Expression, text: string) => text.slice(...expression.span)

function valueToJson(value: Expression, text: string): unknown {
  switch (value.is) {
    case 'literal':
      return value.value
    case 'template':
      return value.parts.map((part) => partToJson(part, text)).join('')
    case 'tuple':
      return value.items.map((item) => valueToJson(item, text))
    case 'object':
      return Object.fromEntries(value.items.map((item) => [keyToJson(item.key, text), valueToJson(item.value, text)]))
    case 'unary':
      return value.operator === '-' && value.operand.is === 'literal'
        ? -Number(value.operand.value)
        : `\${${cut(value, text)}}`
    default:
      return `\${${cut(value, text)}}`
  }
}

function keyToJson(key: Expression, text: string): string {
  return key.is === 'variable' ? key.name : String(valueToJson(key, text))
}

/** hcl2json doubles the markers again, and writes directives without inner space. */
function partToJson(part: TemplatePart, text: string): string {
  const all = (parts: readonly TemplatePart[]) => parts.map((inner) => partToJson(inner, text)).join('')
  switch (part.is) {
    case 'text':
      return part.text.replace(/([$%])\{/g, '$1$1{')
    case 'interpolation':
      return `\${${cut(part.value, text)}}`
    case 'if':
      return `%{if ${cut(part.condition, text)}}${all(part.then)}%{else}${all(part.otherwise)}%{endif}`
    case 'for':
      return `%{for ${part.key === undefined ? '' : `${part.key}, `}${part.value} in ${cut(part.collection, text)}}${all(part.parts)}%{endfor}`
  }
}
