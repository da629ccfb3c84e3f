// https://developer.hashicorp.com/terraform/language/functions/sha256
import { unknown } from '../../../../core/known.ts'
import type { FunctionTable, TerraformFunction } from './function.ts'

/** Names, triggers and secrets are made with these; nothing a provider bills is. */
const opaque: TerraformFunction = (_, at) => unknown('dynamic', at)

export const hashes: FunctionTable = {
  base64sha256: opaque,
  base64sha512: opaque,
  bcrypt: opaque,
  md5: opaque,
  rsadecrypt: opaque,
  sha1: opaque,
  sha256: opaque,
  sha512: opaque,
  uuid: opaque,
  uuidv5: opaque,
}
