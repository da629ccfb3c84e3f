import { type Document, locate } from '../../../core/document.ts'
import type { RootFiles } from '../../../core/format.ts'
import { folderOf } from '../../../core/path.ts'
import type { Known, Location } from '../../../core/types.ts'
import type { Attribute, BlockNode, BodyItem, Expression, HclFile } from './hcl/ast.ts'
import { readConfiguration } from './hcl/read.ts'
import type { Value } from './value.ts'

/** A node and the document whose text its spans are of. */
export interface In<Node> {
  readonly document: Document
  readonly node: Node
}

/** Everything one directory declares, and what of it has been worked out. One lives as long as one evaluation. */
export interface Root {
  readonly files: readonly In<HclFile>[]
  /** Other files, for `file()` and the like. */
  readonly beside: RootFiles | undefined
  readonly folder: string
  readonly variables: ReadonlyMap<string, In<BlockNode>>
  /** From `terraform.tfvars` and `*.auto.tfvars`, which Terraform loads by itself. */
  readonly assigned: ReadonlyMap<string, In<Expression>>
  readonly locals: ReadonlyMap<string, In<Expression>>
  readonly providers: readonly In<BlockNode>[]
  readonly resources: readonly In<BlockNode>[]
  /** First of its address. */
  readonly byAddress: ReadonlyMap<string, In<BlockNode>>
  /** By `var.x`, `local.x` or `type.name.attribute`; `running` is what is being worked out, to see a cycle. */
  readonly results: Map<string, Known<Value>>
  readonly running: Set<string>
  depth: number
}

/** A document never changes, so neither does what is read from it. */
const parsed = new WeakMap<Document, HclFile>()

function read(document: Document): HclFile {
  const file = parsed.get(document) ?? readConfiguration(document.file, document.text)
  parsed.set(document, file)
  return file
}

const isVariableFile = (file: string) => /\.tfvars(\.json)?$/.test(file)

/** The files Terraform loads without being told: `terraform.tfvars` first, then `*.auto.tfvars` by name. */
function loadsByItself(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name)
}

export function rootOf(documents: readonly Document[], beside?: RootFiles): Root {
  const files = documents.map((document) => ({ document, node: read(document) }))
  const blocks = files
    .filter(({ document }) => !isVariableFile(document.file))
    .flatMap(({ document, node }) => blocksIn(node.items).map((block) => ({ document, node: block })))
  const ofType = (type: string) => blocks.filter(({ node }) => node.type === type)
  const resources = ofType('resource').filter(({ node }) => node.labels.length === 2)
  return {
    files,
    beside,
    folder: folderOf(documents[0]?.file ?? ''),
    variables: firstBy(ofType('variable'), ({ node }) => node.labels[0]?.text ?? ''),
    assigned: assignments(files),
    locals: firstBy(ofType('locals').flatMap(entries), ({ name }) => name),
    providers: ofType('provider'),
    resources,
    byAddress: firstBy(resources, ({ node }) => addressOf(node)),
    results: new Map(),
    running: new Set(),
    depth: 0,
  }
}

export const addressOf = ({ labels }: BlockNode) => labels.map((label) => label.text).join('.')

export const blocksIn = (items: readonly BodyItem[], type?: string): readonly BlockNode[] =>
  items.filter((item): item is BlockNode => item.is === 'block' && (type === undefined || item.type === type))

export const attributeIn = (items: readonly BodyItem[], name: string): Attribute | undefined =>
  items.find((item): item is Attribute => item.is === 'attribute' && item.name === name)

export const placeOf = ({ document, node }: In<{ readonly span: Location['span'] }>): Location =>
  locate(document, node.span)

function entries({ document, node }: In<{ readonly items: readonly BodyItem[] }>) {
  return node.items.flatMap((item) =>
    item.is === 'attribute' ? [{ document, node: item.value, name: item.name }] : [],
  )
}

function assignments(files: readonly In<HclFile>[]): ReadonlyMap<string, In<Expression>> {
  const own = files.filter(({ document }) => isVariableFile(document.file) && loadsByItself(document.file))
  const order = ({ document }: In<HclFile>) =>
    `${/\.auto\.tfvars(\.json)?$/.test(document.file) ? 1 : 0}${document.file}`
  const inOrder = [...own].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return new Map(inOrder.flatMap(entries).map((entry) => [entry.name, entry]))
}

function firstBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> {
  return new Map([...all].reverse().map((one) => [key(one), one]))
}
