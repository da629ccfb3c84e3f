// https://developer.hashicorp.com/terraform/language/files
import { type Document, locate } from '../../../core/document.ts'
import { isPlan } from '../../../core/readable.ts'
import type { Location } from '../../../core/types.ts'
import type { Attribute, BlockNode, BodyItem, Expression, HclFile } from './hcl/ast.ts'
import { readConfiguration } from './hcl/read.ts'
import { isOverride, overridden } from './overrides.ts'
import { isTerragrunt } from './terragrunt/files.ts'

/** A node and the document whose text its spans are of. */
export interface In<Node> {
  readonly document: Document
  readonly node: Node
}

/** What the files of one directory declare, without a value. Of what is declared twice, the first. */
export interface Declarations {
  readonly documents: readonly Document[]
  readonly files: readonly In<HclFile>[]
  readonly variables: ReadonlyMap<string, In<BlockNode>>
  readonly locals: ReadonlyMap<string, In<Expression>>
  readonly outputs: ReadonlyMap<string, In<BlockNode>>
  /** Module calls by name. */
  readonly calls: ReadonlyMap<string, In<BlockNode>>
  readonly providers: readonly In<BlockNode>[]
  readonly resources: readonly In<BlockNode>[]
  /** Resources by `type.name`, data sources by `data.type.name`. */
  readonly byAddress: ReadonlyMap<string, In<BlockNode>>
  /** Expressions that an override file wrote, with that file; undefined where there is none. */
  readonly foreign: WeakMap<Expression, Document> | undefined
}

export const isVariableFile = (file: string) => /\.tfvars(\.json)?$/.test(file)

const isConfiguration = (document: Document) =>
  !isVariableFile(document.file) && !isPlan(document) && !isTerragrunt(document)

/** By the first document of a directory: what was made of the same ones before. */
const made = new WeakMap<Document, Declarations>()

export function declarationsOf(all: readonly Document[]): Declarations {
  const documents = all.filter(isConfiguration)
  const before = documents[0] && made.get(documents[0])
  const isSame =
    before?.documents.length === documents.length && before.documents.every((one, i) => one === documents[i])
  if (isSame) return before
  const declarations = declare(documents)
  if (documents[0]) made.set(documents[0], declarations)
  return declarations
}

/** Of these documents as they are. */
export function declare(documents: readonly Document[]): Declarations {
  const files = documents.map((document) => ({ document, node: readConfiguration(document) }))
  const blocksOf = (some: readonly In<HclFile>[]) =>
    some.flatMap(({ document, node }) => blocksIn(node.items).map((block) => ({ document, node: block })))
  const own = blocksOf(files.filter(({ document }) => !isOverride(document.file)))
  const over = blocksOf(files.filter(({ document }) => isOverride(document.file)))
  const foreign = over.length > 0 ? new WeakMap<Expression, Document>() : undefined
  const blocks = foreign ? overridden(own, over, foreign) : own
  const ofType = (type: string, labels: number) =>
    blocks.filter(({ node }) => node.type === type && node.labels.length === labels)
  const resources = ofType('resource', 2)
  const data = ofType('data', 2)
  return {
    documents,
    files,
    variables: firstBy(ofType('variable', 1), nameOf),
    locals: firstBy(ofType('locals', 0).flatMap(entries), ({ name }) => name),
    outputs: firstBy(ofType('output', 1), nameOf),
    calls: firstBy(ofType('module', 1), nameOf),
    providers: ofType('provider', 1),
    resources,
    byAddress: firstBy([...resources, ...data], ({ node }) => addressOf(node)),
    foreign,
  }
}

const nameOf = ({ node }: In<BlockNode>) => node.labels[0]!.text

/** `aws_instance.web`, `data.aws_ami.linux`, `module.vpc`. */
export const addressOf = ({ type, labels }: BlockNode) =>
  [...(type === 'resource' ? [] : [type]), ...labels.map((label) => label.text)].join('.')

export const blocksIn = (items: readonly BodyItem[], type?: string): readonly BlockNode[] =>
  items.filter((item): item is BlockNode => item.is === 'block' && (type === undefined || item.type === type))

export const attributeIn = (items: readonly BodyItem[], name: string): Attribute | undefined =>
  items.find((item): item is Attribute => item.is === 'attribute' && item.name === name)

export const placeOf = ({ document, node }: In<{ readonly span: Location['span'] }>): Location =>
  locate(document, node.span)

export function entries({ document, node }: In<{ readonly items: readonly BodyItem[] }>) {
  return node.items.flatMap((item) =>
    item.is === 'attribute' ? [{ document, node: item.value, name: item.name }] : [],
  )
}

function firstBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const one of all) if (!found.has(key(one))) found.set(key(one), one)
  return found
}
