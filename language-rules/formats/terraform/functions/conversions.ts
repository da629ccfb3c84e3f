// https://developer.hashicorp.com/terraform/language/functions/tostring
import { known, unknown } from '../../../../core/known.ts'
import { isList, isObject, toBoolean, toNumber, toText, type Value } from '../value.ts'
import { type FunctionTable, plainly, type TerraformFunction } from './function.ts'

/** A null stays null. */
const converted = (to: (value: Value) => Value | undefined): TerraformFunction =>
  plainly((value) => (value === undefined || value === null ? value : to(value)))

const same: TerraformFunction = ([value], at) => (value === undefined ? undefined : known<Value>(value, at))

export const conversions: FunctionTable = {
  tobool: converted((value) => (typeof value === 'number' ? undefined : toBoolean(value))),
  tonumber: converted((value) => (typeof value === 'boolean' ? undefined : toNumber(value))),
  tostring: converted((value) => toText(value)),
  tolist: converted((value) => (isList(value) ? value : undefined)),
  tomap: converted((value) => (isObject(value) ? value : undefined)),
  /** Marks are not followed. */
  issensitive: (_, at) => unknown('unsupported', at),
  // Marks change what Terraform prints and keeps, never what a value is.
  ephemeralasnull: same,
  nonsensitive: same,
  sensitive: same,
}
