import { fileDocument } from '../../../../core/document.ts'
import { engine } from '../engine.ts'

/**
 * What an expression comes to, as JSON; `error` where Terraform would end with one, else `? ` and why it is not known.
 * Beside it stand `var.unknown`, which has no value, and `var.either`, which is "a" or "b".
 */
export function valueOfExpression(expression: string, files: Readonly<Record<string, string>> = {}): string {
  const text = `
variable "unknown" {}
locals {
  either = var.unknown ? "a" : "b"
}
resource "t" "n" {
  x = jsonencode(${expression})
  fails = !can(${expression})
}
`
  const under = (folder: string) => {
    const prefix = folder === '' ? '' : `${folder}/`
    return Object.keys(files).flatMap((file) => (file.startsWith(prefix) ? [file.slice(prefix.length)] : []))
  }
  const { blocks, problems } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], {
    region: {},
    files: { text: (file) => files[file], under },
  })
  if (problems.length > 0) throw new Error(problems[0]!.message)
  const [value, fails] = ['x', 'fails'].map((name) => blocks[0]!.fact(name))
  if (fails?.is === 'known' && fails.value === true) return 'error'
  if (value?.is === 'oneOf') return value.among.join(' or ')
  return value?.is === 'known' ? String(value.value) : `? ${value?.is === 'unknown' ? value.why : ''}`
}
