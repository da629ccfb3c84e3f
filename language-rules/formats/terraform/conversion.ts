// https://developer.hashicorp.com/terraform/language/expressions/type-constraints
import { known, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import type { Expression } from './hcl/ast.ts'
import { carry } from './target.ts'
import { isList, isObject, lift, list, object, toBoolean, toNumber, toText, type Value } from './value.ts'

/** What a variable's `type` asks for. */
export type Type =
  | { readonly is: 'any' | 'string' | 'number' | 'bool' }
  | { readonly is: 'list' | 'set' | 'map'; readonly of: Type }
  | { readonly is: 'tuple'; readonly items: readonly Type[] }
  | { readonly is: 'object'; readonly attributes: ReadonlyMap<string, AttributeType> }

interface AttributeType {
  readonly type: Type
  readonly optional: boolean
  readonly fallback: Expression | undefined
}

const any: Type = { is: 'any' }

/** What cannot be read as a type constrains nothing. */
export function typeOf(expression: Expression | undefined): Type {
  if (expression?.is === 'variable') {
    const { name } = expression
    return name === 'string' || name === 'number' || name === 'bool' ? { is: name } : any
  }
  if (expression?.is !== 'call') return any
  const [of] = expression.args
  switch (expression.name) {
    case 'list':
    case 'set':
    case 'map':
      return { is: expression.name, of: typeOf(of) }
    case 'tuple':
      return of?.is === 'tuple' ? { is: 'tuple', items: of.items.map(typeOf) } : any
    case 'object':
      return of?.is === 'object' ? { is: 'object', attributes: new Map(of.items.flatMap(attributeType)) } : any
    default:
      return any
  }
}

function attributeType({ key, value }: { key: Expression; value: Expression }): [string, AttributeType][] {
  const part = key.is === 'template' ? key.parts[0] : undefined
  const name = key.is === 'variable' ? key.name : part?.is === 'text' ? part.text : undefined
  if (name === undefined) return []
  const isOptional = value.is === 'call' && value.name === 'optional'
  const type = typeOf(isOptional ? value.args[0] : value)
  return [[name, { type, optional: isOptional, fallback: isOptional ? value.args[1] : undefined }]]
}

/** Converts as Terraform does when a variable is set. @param evaluate what an optional attribute has where none is given */
export function convert(
  from: Known<Value>,
  type: Type,
  at: Location,
  evaluate: (fallback: Expression) => Known<Value>,
): Known<Value> {
  if (type.is === 'any' || fits(from, type)) return from
  const place = from.at ?? at
  const to = lift([from], place, ([value]) => convertValue(value!, type, place, evaluate))
  return carry(from, to)
}

/** Most values are what they should be, and stay the very same. */
function fits(from: Known<Value>, { is }: Type): boolean {
  if (from.is === 'unknown' || ('value' in from && from.value === null)) return true
  if (is !== 'string' && is !== 'number' && is !== 'bool') return false
  return 'value' in from && typeof from.value === (is === 'bool' ? 'boolean' : is)
}

function convertValue(
  value: Value,
  type: Type,
  at: Location,
  evaluate: (fallback: Expression) => Known<Value>,
): Known<Value> {
  const wrong = unknown<Value>('unsupported', at)
  const plain = (converted: Value | undefined) => (converted === undefined ? wrong : known<Value>(converted, at))
  const each = (one: Known<Value>, of: Type) => convert(one, of, at, evaluate)
  if (value === null) return known<Value>(null, at)
  switch (type.is) {
    case 'any':
      return known<Value>(value, at)
    case 'string':
      return plain(toText(value))
    case 'number':
      return plain(toNumber(value))
    case 'bool':
      return plain(toBoolean(value))
    case 'list':
      return isList(value) ? plain(list(value.items.map((item) => each(item, type.of)))) : wrong
    case 'set':
      return isList(value) ? plain(list(distinct(value.items.map((item) => each(item, type.of))))) : wrong
    case 'tuple':
      return isList(value) ? plain(list(value.items.map((item, i) => each(item, type.items[i] ?? any)))) : wrong
    case 'map':
      if (!isObject(value)) return wrong
      return plain(object([...value.entries].map(([key, entry]) => [key, each(entry, type.of)])))
    case 'object':
      if (!isObject(value)) return wrong
      return plain(
        object(
          [...type.attributes].map(([name, attribute]) => {
            const given = value.entries.get(name)
            const isNull = given !== undefined && 'value' in given && given.value === null
            if (given !== undefined && !(isNull && attribute.fallback)) return [name, each(given, attribute.type)]
            if (attribute.fallback) return [name, each(evaluate(attribute.fallback), attribute.type)]
            return [name, attribute.optional ? known<Value>(null, at) : unknown<Value>('absent', at)]
          }),
        ),
      )
  }
}

/** A set has each value once. What is not known may be another. */
function distinct(items: readonly Known<Value>[]): readonly Known<Value>[] {
  const seen = new Set<Value>()
  return items.filter((item) => {
    if (!('value' in item) || (typeof item.value === 'object' && item.value !== null)) return true
    const isNew = !seen.has(item.value)
    seen.add(item.value)
    return isNew
  })
}
