// https://developer.hashicorp.com/terraform/registry/modules/publish#requirements: a module's repository is terraform-<PROVIDER>-<NAME>
import { type Document, fileDocument } from '../../../core/document.ts'
import type { AdaptedVersions, ModuleAdapter } from '../../../core/format.ts'
import { folderOf, joinPath } from '../../../core/path.ts'
import type { Location } from '../../../core/types.ts'
import type { BlockNode } from './hcl/ast.ts'
import { newestMajor } from './version-constraint.ts'

export interface AdapterModule {
  /** No folder of the user's: the source and its major, `terraform-aws-modules/eks/aws@20//modules/karpenter`. */
  readonly folder: string
  readonly documents: readonly Document[]
}

/** The module is one that adapters stand for, in other versions than the call asks for. */
export interface OtherVersion {
  readonly known: readonly [from: number, to: number]
}

export interface AdaptedCall {
  readonly block: BlockNode
  readonly place: Location
  /** What the call asks for, `~> 20.0`; undefined where it does not say. */
  readonly version: string | undefined
}

/** By the block that calls it, so that what was parsed is kept while the block is. */
const made = new WeakMap<BlockNode, AdapterModule & { readonly place: Location }>()

/** What stands for a module that is not on this machine; all of it is placed at the call. Undefined where there is none. */
export function adapterFor(
  source: string,
  { block, place, version }: AdaptedCall,
  adapters: readonly ModuleAdapter[],
): AdapterModule | OtherVersion | undefined {
  const [whole = '', inner = ''] = registryName(source).split('//')
  const [base = '', major] = whole.split('@')
  const adapter = adapters.find(({ sources }) => sources.includes(base))
  if (adapter === undefined) return undefined
  const found = versionOf(adapter, major ?? version ?? tagIn(source))
  if ('known' in found) return found
  const folder = `${base}@${found.major}${inner === '' ? '' : `//${inner}`}`
  const before = made.get(block)
  if (before?.folder === folder && before.place.file === place.file && before.place.span.join() === place.span.join())
    return before
  const files = Object.entries(found.files).filter(([path]) => folderOf(path) === inner)
  if (files.length === 0) return undefined
  const documents = files.map(([path, text]) => ({ ...fileDocument(`${base}/${path}`, 'terraform', text), place }))
  const module = { folder, documents, place }
  made.set(block, module)
  return module
}

/** The files of the newest version that is asked for. */
function versionOf(
  { versions }: ModuleAdapter,
  asked: string | undefined,
): { readonly major: number; readonly files: AdaptedVersions['files'] } | OtherVersion {
  const [newest, oldest] = [versions[0]!, versions.at(-1)!]
  if (asked === undefined) return { major: newest.majors[1], files: newest.files }
  for (const { majors, files } of versions) {
    const major = newestMajor(asked, majors[0], majors[1])
    if (major !== undefined) return { major, files }
  }
  return { known: [oldest.majors[0], newest.majors[1]] }
}

/** Why a module in other versions than those that are known is not read, after its name. */
export const otherVersion = (
  source: string,
  version: string | undefined,
  { known: [from, to] }: OtherVersion,
): string =>
  `(${[source, version].filter(Boolean).join(' ')}) is not on this machine, and of its versions Outlay knows ${from} to ${to} by itself`

/** A tag that git, or Terragrunt's `tfr`, is asked for; a branch or a commit says no version. */
const tagIn = (source: string): string | undefined =>
  /[?&](?:ref=(?:refs\/tags\/)?v?|version=)(\d+(?:\.\d+)*(?:[-+][\w.+-]*)?)(?:&|$)/.exec(source)?.[1]

/** A local source inside an adapter, as a source of the adapter: `../iam` → `terraform-aws-modules/eks/aws@20//modules/iam`. */
export function besideAdapter(folder: string, source: string): string {
  const [base = '', inner = ''] = folder.split('//')
  const path = joinPath(inner, source)
  return path === '' ? base : `${base}//${path}`
}

/** `terraform-aws-modules/eks/aws//modules/karpenter`, however the source says it: by host, by git, with a version. */
export function registryName(source: string): string {
  const bare = source
    .replace(/^git::/, '')
    .replace(/[?#].*$/, '')
    .replace(/^tfr:\/\/[^/]*\//, '')
    .replace(/^(?:https?|ssh):\/\/(?:[^@/]+@)?/, '')
    .replace(/^git@([^:/]+):/, '$1/')
  const github = /^github\.com\/([^/]+)\/terraform-([^-/]+)-([^/]+?)(?:\.git)?(\/\/.*)?$/.exec(bare)
  if (github) return `${github[1]}/${github[3]}/${github[2]}${github[4] ?? ''}`
  return bare.replace(/^(?:registry\.terraform\.io|registry\.opentofu\.org)\//, '').replace(/\/$/, '')
}
