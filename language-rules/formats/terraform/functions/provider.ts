// https://developer.hashicorp.com/terraform/language/functions/terraform-encode_tfvars
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import type { Expression } from '../hcl/ast.ts'
import { parseHcl } from '../hcl/body.ts'
import { unary } from '../operators.ts'
import { list, object, toText, type Value } from '../value.ts'
import { byCodePoint, entriesOf, type FunctionTable, openIn } from './function.ts'

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u

/** As Terraform would have it written: keys in order, markers of templates doubled. */
function expressionText(value: Value, indent = ''): string {
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? quoted(value) : (toText(value) ?? 'null')
  const part = (item: Known<Value>, deeper: string) => expressionText(valueOf(item) ?? null, deeper)
  if (value.kind === 'list') return `[${value.items.map((item) => part(item, indent)).join(', ')}]`
  if (value.entries.size === 0) return '{}'
  const deeper = `${indent}  `
  const keys = [...value.entries.keys()].sort(byCodePoint).map((key) => (identifier.test(key) ? key : quoted(key)))
  const width = Math.max(...keys.map((key) => key.length))
  const items = [...value.entries].sort(([a], [b]) => byCodePoint(a, b))
  const lines = items.map(([, item], i) => `${deeper}${keys[i]!.padEnd(width)} = ${part(item, deeper)}\n`)
  return `{\n${lines.join('')}${indent}}`
}

const quoted = (text: string) => JSON.stringify(text).replace(/([$%])\{/g, '$1$1{')

/** The value of what is written without references; undefined for anything else. */
function constantOf(written: Expression, at: Location): Known<Value> | undefined {
  switch (written.is) {
    case 'literal':
      return known<Value>(written.value, at)
    case 'parens':
      return constantOf(written.value, at)
    case 'template': {
      const texts = written.parts.map((part) => (part.is === 'text' ? part.text : undefined))
      return texts.includes(undefined) ? undefined : known<Value>(texts.join(''), at)
    }
    case 'unary': {
      const operand = constantOf(written.operand, at)
      return operand && unary(written.operator, valueOf(operand) ?? null, at)
    }
    case 'tuple': {
      const items = written.items.map((item) => constantOf(item, at))
      return items.includes(undefined) ? undefined : known<Value>(list(items.map((item) => item!)), at)
    }
    case 'object': {
      const entries = written.items.map(({ key, value }) => {
        const name =
          key.is === 'variable' ? key.name : toText(valueOf(constantOf(key, at) ?? unknown('absent')) ?? null)
        return [name, constantOf(value, at)] as const
      })
      const isConstant = entries.every(([name, value]) => name !== undefined && value !== undefined)
      return isConstant ? known<Value>(object(entries.map(([name, value]) => [name!, value!] as const)), at) : undefined
    }
    default:
      return undefined
  }
}

export const provider: FunctionTable = {
  'provider::terraform::encode_expr': ([value], at) =>
    value === undefined ? undefined : (openIn(value, at) ?? known<Value>(expressionText(value), at)),
  'provider::terraform::encode_tfvars': ([value], at) => {
    const entries = entriesOf(value)
    if (entries === undefined || [...entries.keys()].some((key) => !identifier.test(key))) return undefined
    const open = openIn(value!, at)
    if (open !== undefined) return open
    const keys = [...entries.keys()].sort(byCodePoint)
    const width = Math.max(0, ...keys.map((key) => key.length))
    const lines = keys.map((key) => `${key.padEnd(width)} = ${expressionText(valueOf(entries.get(key)!) ?? null)}\n`)
    return known<Value>(lines.join(''), at)
  },
  'provider::terraform::decode_tfvars': ([text], at) => {
    const whole = toText(text ?? null)
    const { items, problems } = parseHcl(whole ?? '=')
    if (problems.length > 0) return undefined
    const entries = items.map(
      (item) => [item, item.is === 'attribute' ? constantOf(item.value, at) : undefined] as const,
    )
    if (entries.some(([, value]) => value === undefined)) return undefined
    return known<Value>(
      object(entries.flatMap(([item, value]) => (item.is === 'attribute' ? [[item.name, value!] as const] : []))),
      at,
    )
  },
  // The Kubernetes reader to come takes the manifest itself; as a value it decides no price of Terraform's own resources.
  'provider::kubernetes::manifest_decode': (_, at) => unknown('unsupported', at),
  'provider::kubernetes::manifest_decode_multi': (_, at) => unknown('unsupported', at),
  'provider::kubernetes::manifest_encode': (_, at) => unknown('unsupported', at),
}
