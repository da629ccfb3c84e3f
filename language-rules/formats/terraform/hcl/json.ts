// https://developer.hashicorp.com/terraform/language/syntax/json and https://github.com/hashicorp/hcl/blob/main/json/spec.md
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Span } from '../../../../core/types.ts'
import type { BodyItem, HclFile } from './ast.ts'
import { attributeFrom, blockFrom, type Reading } from './json-body.ts'

/** More than this, and it is no configuration. */
const mostProblems = 100

/** Deeper than any file a person or a program wrote, and shallow enough for the stack of a web worker. */
const deepest = 200

/** How many labels a block of that type has at the top of a file. */
const labels: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  provider: 1,
  variable: 1,
  output: 1,
  check: 1,
}

/** A configuration in JSON, or the values of variables, as the tree that HCL's own syntax gives. Never throws. */
export function parseJson(text: string, kind: 'configuration' | 'values'): HclFile {
  const tooDeep = tooDeepAt(text)
  if (tooDeep !== undefined)
    return {
      items: [],
      problems: [{ message: `Nested more than ${deepest} levels deep.`, span: [tooDeep, tooDeep + 1] }],
    }
  const errors: ParseError[] = []
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false })
  const problems = errors.map(({ error, offset, length }) => ({
    message: sentence(error),
    span: spanOf({ offset, length }),
  }))
  const reading: Reading = { source, problems }
  if (tree !== undefined && bodies(tree).length === 0 && errors.length === 0 && tree.type !== 'array')
    problems.push({ message: 'Expected an object.', span: spanOf(tree) })
  const items = bodies(tree)
    .flatMap(propertiesOf)
    .flatMap((property) => itemsOf(property, kind, reading))
  return { items, problems: problems.slice(0, mostProblems) }
}

function itemsOf(property: Node, kind: 'configuration' | 'values', reading: Reading): readonly BodyItem[] {
  const type = String(property.children?.[0]?.value)
  if (kind === 'values') return attributeFrom(property, 'literal', reading)
  if (type === '//') return []
  return blockFrom(property, Object.hasOwn(labels, type) ? labels[type]! : 0, reading)
}

/** An object stands for itself, an array for its objects. */
export const bodies = (node: Node | undefined): readonly Node[] =>
  node?.type === 'object'
    ? [node]
    : node?.type === 'array'
      ? (node.children ?? []).filter(({ type }) => type === 'object')
      : []

/** Those that have a value: one that is being typed has none yet. */
export const propertiesOf = (object: Node): readonly Node[] =>
  (object.children ?? []).filter(({ children }) => children?.length === 2)

export const spanOf = ({ offset, length }: { readonly offset: number; readonly length: number }): Span => [
  offset,
  offset + length,
]

/** `CommaExpected` → `Comma expected.` */
function sentence(error: ParseError['error']): string {
  const words = printParseErrorCode(error).replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words}.`
}

function tooDeepAt(text: string): number | undefined {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) at = stringEnd(text, at)
    else if (code === 123 || code === 91) depth++
    else if (code === 125 || code === 93) depth--
    if (depth > deepest) return at
  }
  return undefined
}

/** Offset of the closing quote; a string ends with its line. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 34 || code === 10) return at
  }
  return text.length
}
