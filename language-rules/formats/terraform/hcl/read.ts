// https://developer.hashicorp.com/terraform/language/files
import type { HclFile } from './ast.ts'
import { parseHcl } from './body.ts'
import { parseJson } from './json.ts'

/** A file in the syntax its name tells: `main.tf`, `main.tf.json`, `prod.tfvars`, `terraform.tfvars.json`. Never throws. */
export function readConfiguration(file: string, text: string): HclFile {
  if (!file.toLowerCase().endsWith('.json')) return parseHcl(text)
  return parseJson(text, /\.tfvars\.json$/i.test(file) ? 'values' : 'configuration')
}
