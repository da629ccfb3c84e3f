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
    case 'template': {
      const [only, ...others] = value.parts
      if (only?.is === 'interpolation' && others.length === 0) return valueToJson(only.value, text)
      return value.parts.map((part) => partToJson(part, text)).join('')
    }
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
  if (key.is === 'attribute') return cut(key, text)
  return key.is === 'variable' ? key.name : String(valueToJson(key, text))
}

/** hcl2json doubles the markers again, writes directives without inner space, and a choice as a directive. */
function partToJson(part: TemplatePart, text: string): string {
  const all = (parts: readonly TemplatePart[]) => parts.map((inner) => partToJson(inner, text)).join('')
  switch (part.is) {
    case 'text':
      return part.text.replace(/([$%])\{/g, '$1$1{')
    case 'interpolation':
      return interpolationToJson(part.value, text)
    case 'if':
      return choice(cut(part.condition, text), all(part.then), all(part.otherwise))
    case 'for':
      return `%{for ${part.key === undefined ? '' : `${part.key}, `}${part.value} in ${cut(part.collection, text)}}${all(part.parts)}%{endfor}`
  }
}

function interpolationToJson(value: Expression, text: string): string {
  if (value.is === 'literal') return String(value.value)
  if (value.is === 'template') return value.parts.map((part) => partToJson(part, text)).join('')
  if (value.is !== 'conditional') return `\${${cut(value, text)}}`
  const branch = (inner: Expression) => interpolationToJson(inner, text)
  return choice(cut(value.condition, text), branch(value.then), branch(value.otherwise))
}

const choice = (condition: string, then: string, otherwise: string) =>
  `%{if ${condition}}${then}${otherwise === '' ? '' : `%{else}${otherwise}`}%{endif}`
