// https://developer.hashicorp.com/terraform/language/functions
import { collections } from './functions/collections.ts'
import { conversions } from './functions/conversions.ts'
import { dates } from './functions/dates.ts'
import { encoding } from './functions/encoding.ts'
import { filesystem } from './functions/filesystem.ts'
import type { FunctionTable } from './functions/function.ts'
import { hashes } from './functions/hashes.ts'
import { network } from './functions/network.ts'
import { numeric } from './functions/numeric.ts'
import { provider } from './functions/provider.ts'
import { sets } from './functions/sets.ts'
import { strings } from './functions/strings.ts'

/** All but those that look at their arguments before they are worked out: these are in `call.ts`. */
export const functions: FunctionTable = {
  ...numeric,
  ...strings,
  ...collections,
  ...sets,
  ...encoding,
  ...filesystem,
  ...dates,
  ...hashes,
  ...network,
  ...conversions,
  ...provider,
}
