// https://developer.hashicorp.com/terraform/language/modules/sources
import { type Document, locate } from '../../../core/document.ts'
import { valueOf } from '../../../core/known.ts'
import { joinPath } from '../../../core/path.ts'
import type { Known } from '../../../core/types.ts'
import { type AdapterModule, adapterFor, besideAdapter, type OtherVersion, otherVersion } from './adapter.ts'
import { attributeIn } from './declarations.ts'
import { evaluate } from './evaluate.ts'
import { manifestOf } from './manifest.ts'
import { ancestors, type Call, type Missing, refused } from './module.ts'
import { isTerragrunt } from './terragrunt/files.ts'
import { reachedVia, type Value } from './value.ts'

export interface FoundModule {
  readonly folder: string
  readonly documents: readonly Document[]
  given(name: string): Known<Value> | undefined
}

export const isLocal = (source: string) => /^\.\.?([/\\]|$)/.test(source)

/** A local source's folder. Backslashes are taken for slashes on every system: OpenTofu's parser of module sources says so. */
export const localFolder = (folder: string, source: string) => joinPath(folder, source.replaceAll('\\', '/'))

/** The files of the module that a call names: beside the caller, downloaded by `terraform init`, or an adapter's. */
export function findModule(call: Call): FoundModule | Missing {
  const { block, from, scope } = call
  const written = attributeIn(block.node.items, 'source')
  const source = written && valueOf(evaluate(written.value, scope))
  if (typeof source !== 'string')
    return refused(call, 'missing-module', 'says no source that can be read: what it makes is not counted')
  const asked = attributeIn(block.node.items, 'version')
  const constraint = asked && valueOf(evaluate(asked.value, scope))
  const version = typeof constraint === 'string' ? constraint : undefined
  const found = find(source, version, call)
  if (found !== undefined && 'known' in found)
    return refused(
      call,
      'missing-module',
      `${otherVersion(source, version, found)}; "terraform init" downloads it. Until then what it makes is not counted`,
    )
  if (found !== undefined) return { ...found, given: (name) => argument(call, name) }
  const isHere = isLocal(source) && from.declared.documents[0]?.place === undefined
  return refused(
    call,
    'missing-module',
    isHere
      ? `is not there: ${source} holds no Terraform files. What it makes is not counted`
      : `(${source}) is not on this machine; "terraform init" downloads it. Until then what it makes is not counted`,
  )
}

function find(
  source: string,
  version: string | undefined,
  { block, from }: Call,
): AdapterModule | OtherVersion | undefined {
  const { options } = from.world
  const inFolder = (folder: string): AdapterModule | undefined => {
    const documents = (options.documentsIn?.(folder) ?? []).filter((document) => !isTerragrunt(document))
    return documents.length === 0 ? undefined : { folder, documents }
  }
  const place = locate(block.document, block.node.span)
  const made = (name: string) => adapterFor(name, { block: block.node, place, version }, options.adapters ?? [])
  if (isLocal(source))
    return block.document.place ? made(besideAdapter(from.folder, source)) : inFolder(localFolder(from.folder, source))
  const installed = manifestOf(from.world).get(pathOf(block.node.labels[0]!.text, from))
  return (installed === undefined ? undefined : inFolder(installed)) ?? made(source)
}

/** As `.terraform/modules/modules.json` names a call: `vpc.endpoints`. */
const pathOf = (name: string, from: Call['from']): string =>
  [
    ...ancestors(from)
      .flatMap(({ call }) => call?.block.node.labels[0]?.text ?? [])
      .reverse(),
    name,
  ].join('.')

function argument({ block, scope }: Call, name: string): Known<Value> | undefined {
  const written = attributeIn(block.node.items, name)
  return written && reachedVia(evaluate(written.value, scope), 'variable')
}
