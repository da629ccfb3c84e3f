// https://developer.hashicorp.com/terraform/language/expressions/operators
import { known, valueOf } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import type { BinaryOperator } from './hcl/ast.ts'
import { isSurelyThere } from './target.ts'
import { failed, lift, toBoolean, toNumber, toText, type Value } from './value.ts'

export function unary(operator: '!' | '-', value: Value, at: Location): Known<Value> {
  const result = operator === '!' ? negate(toBoolean(value)) : toNumber(value)
  if (result === undefined) return failed('unsupported', at)
  return known<Value>(typeof result === 'number' ? -result : result, at)
}

const negate = (value: boolean | undefined) => (value === undefined ? undefined : !value)

export function binary(operator: BinaryOperator, left: Known<Value>, right: Known<Value>, at: Location): Known<Value> {
  const decided = decides(operator, left) ?? decides(operator, right) ?? isNull(operator, left, right)
  if (decided !== undefined) return known<Value>(decided, at)
  return lift([left, right], at, ([a, b]) => {
    const result = apply(operator, a!, b!)
    return result === undefined ? failed('unsupported', at) : known<Value>(result, at)
  })
}

/** One side is enough: `false && x`, `true || x`. */
function decides(operator: BinaryOperator, side: Known<Value>): boolean | undefined {
  const value = toBoolean(valueOf(side) ?? null)
  if (operator === '&&' && value === false) return false
  return operator === '||' && value === true ? true : undefined
}

/** What is surely there is not null, whatever it is: `aws_vpc.main.id != null`. */
function isNull(operator: BinaryOperator, a: Known<Value>, b: Known<Value>): boolean | undefined {
  const isAsked = [a, b].some((side) => 'value' in side && side.value === null)
  if ((operator !== '==' && operator !== '!=') || !isAsked || ![a, b].some(isSurelyThere)) return undefined
  return operator === '!='
}

function apply(operator: BinaryOperator, a: Value, b: Value): boolean | number | undefined {
  switch (operator) {
    case '&&':
    case '||':
      return logical(operator, toBoolean(a), toBoolean(b))
    case '==':
      return equal(a, b)
    case '!=':
      return negate(equal(a, b))
    default:
      return arithmetic(operator, toNumber(a), toNumber(b))
  }
}

function logical(operator: '&&' | '||', a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return undefined
  return operator === '&&' ? a && b : a || b
}

/** Lists and objects are compared with null only. */
function equal(a: Value, b: Value): boolean | undefined {
  if (a === null || b === null) return a === b
  const [left, right] = [toText(a), toText(b)]
  return left === undefined || right === undefined ? undefined : left === right
}

type Arithmetic = Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>

function arithmetic(operator: Arithmetic, a: number | undefined, b: number | undefined): boolean | number | undefined {
  if (a === undefined || b === undefined) return undefined
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? undefined : a / b
    case '%':
      return b === 0 ? undefined : a % b
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
  }
}
