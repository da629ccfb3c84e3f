// https://developer.hashicorp.com/terraform/language/functions
import { known } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { collections } from './functions/collections.ts'
import { scalars } from './functions/scalars.ts'
import type { Value } from './value.ts'

/** Undefined where the arguments are not of a kind the function takes. */
export type TerraformFunction = (args: readonly Value[], at: Location) => Known<Value> | undefined

/** A function of plain values to a plain value. */
const plainly =
  (apply: (args: readonly Value[]) => Value | undefined): TerraformFunction =>
  (args, at) => {
    const result = apply(args)
    return result === undefined ? undefined : known<Value>(result, at)
  }

export const functions: Readonly<Record<string, TerraformFunction>> = {
  ...Object.fromEntries(Object.entries(scalars).map(([name, apply]) => [name, plainly(apply)])),
  ...collections,
}
