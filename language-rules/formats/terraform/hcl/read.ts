// https://developer.hashicorp.com/terraform/language/files
import { type Document, previousOf } from '../../../../core/document.ts'
import { editedIn } from '../../../../core/edited.ts'
import type { HclFile } from './ast.ts'
import { parseHcl } from './body.ts'
import { parseJson } from './json.ts'
import { reparse } from './reparse.ts'

/** A document never changes, so neither does what is read from it. */
const parsed = new WeakMap<Document, HclFile>()

/**
 * A document in the syntax its name tells: `main.tf`, `main.tf.json`, `prod.tfvars`, `terraform.tfvars.json`. Never throws. What was read of
 * the document it is an edit of is taken over, so that one is not to be evaluated any more.
 */
export function readConfiguration(document: Document): HclFile {
  const there = parsed.get(document)
  if (there !== undefined) return there
  const previous = previousOf(document)
  const before = previous && parsed.get(previous)
  if (previous !== undefined) parsed.delete(previous)
  const file = readNow(document, before && previous && { text: previous.text, file: before })
  parsed.set(document, file)
  return file
}

function readNow(
  { file, text }: Document,
  before: { readonly text: string; readonly file: HclFile } | undefined,
): HclFile {
  if (file.toLowerCase().endsWith('.json')) {
    return parseJson(text, /\.tfvars\.json$/i.test(file) ? 'values' : 'configuration')
  }
  return before === undefined ? parseHcl(text) : reparse(before.file, editedIn(before.text, text), text)
}
