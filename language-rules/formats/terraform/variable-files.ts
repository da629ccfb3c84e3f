// https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
import type { Document } from '../../../core/document.ts'
import type { Known, Problem } from '../../../core/types.ts'
import { entries, type In, isVariableFile, placeOf } from './declarations.ts'
import { evaluate, plainScope } from './evaluate.ts'
import type { Expression } from './hcl/ast.ts'
import { readConfiguration } from './hcl/read.ts'
import type { Module } from './module.ts'
import { reachedVia, type Value } from './value.ts'

export interface Assignments {
  readonly assigned: ReadonlyMap<string, (module: Module) => Known<Value>>
  readonly problems: readonly Problem[]
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

/** The files Terraform loads without being told, in its order: `terraform.tfvars` first, then `*.auto.tfvars` by name. */
export function loadedByItself(documents: readonly Document[]): readonly Document[] {
  const rank = (file: string) => {
    const name = nameOf(file)
    if (name === 'terraform.tfvars') return 0
    if (name === 'terraform.tfvars.json') return 1
    return /\.auto\.tfvars(\.json)?$/.test(name) ? 2 : undefined
  }
  const own = documents.filter(({ file }) => isVariableFile(file) && rank(file) !== undefined)
  const order = ({ file }: Document) => `${rank(file)}${nameOf(file)}`
  return [...own].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** What variables are set to; the last file that says anything wins. @param given files that somebody asked for, in order */
export function assignments(documents: readonly Document[], given: readonly Document[]): Assignments {
  const own = loadedByItself(documents).filter(({ file }) => given.every((each) => each.file !== file))
  const all = [...own, ...given].flatMap((document) => entries({ document, node: readConfiguration(document) }))
  return {
    assigned: new Map(
      all.map(({ name, node, document }) => [
        name,
        (module) => reachedVia(evaluate(node, plainScope(module, document)), 'variable'),
      ]),
    ),
    problems: [...conflicts(own), ...conflicts(given)],
  }
}

/** Files of one rank that set a variable to different values: two environments may have come together. */
function conflicts(documents: readonly Document[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, In<Expression>>()
  for (const { name, node, document } of documents.flatMap((each) =>
    entries({ document: each, node: readConfiguration(each) }),
  )) {
    const before = seen.get(name)
    seen.set(name, { node, document })
    if (before === undefined || before.document === document || textAt(before) === textAt({ node, document })) continue
    problems.push({
      file: document.file,
      location: placeOf({ node, document }),
      message: `"${name}" is set here and, to something else, in ${nameOf(before.document.file)}. The last file is taken: ${nameOf(document.file)}.`,
    })
  }
  return problems
}

const textAt = ({ document, node }: In<Expression>) => document.text.slice(...node.span)
