// https://developer.hashicorp.com/terraform/registry/modules/publish#requirements: a module's repository is terraform-<PROVIDER>-<NAME>
import { type Document, fileDocument } from '../../../core/document.ts'
import type { ModuleAdapter } from '../../../core/format.ts'
import { folderOf, joinPath } from '../../../core/path.ts'
import type { Location } from '../../../core/types.ts'
import type { BlockNode } from './hcl/ast.ts'

export interface AdapterModule {
  /** No folder of the user's: the source, `terraform-aws-modules/eks/aws//modules/karpenter`. */
  readonly folder: string
  readonly documents: readonly Document[]
}

/** By the block that calls it, so that what was parsed is kept while the block is. */
const made = new WeakMap<BlockNode, AdapterModule & { readonly place: Location }>()

/** What stands for a module that is not on this machine; all of it is placed at the call. Undefined where there is none. */
export function adapterFor(
  source: string,
  call: { readonly block: BlockNode; readonly place: Location },
  adapters: readonly ModuleAdapter[],
): AdapterModule | undefined {
  const name = registryName(source)
  const { block, place } = call
  const before = made.get(block)
  if (before?.folder === name && before.place.file === place.file && before.place.span.join() === place.span.join())
    return before
  const [base = '', inner = ''] = name.split('//')
  const adapter = adapters.find(({ sources }) => sources.includes(name) || sources.includes(base))
  const files = Object.entries(adapter?.files ?? {}).filter(([path]) => folderOf(path) === inner)
  if (files.length === 0) return undefined
  const documents = files.map(([path, text]) => ({ ...fileDocument(`${base}/${path}`, 'terraform', text), place }))
  const module = { folder: name, documents, place }
  made.set(block, module)
  return module
}

/** A local source inside an adapter, as a source of the adapter: `../iam` → `terraform-aws-modules/eks/aws//modules/iam`. */
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
    .replace(/^(?:https?|ssh):\/\/(?:[^@/]+@)?/, '')
    .replace(/^git@([^:/]+):/, '$1/')
  const github = /^github\.com\/([^/]+)\/terraform-([^-/]+)-([^/]+?)(?:\.git)?(\/\/.*)?$/.exec(bare)
  if (github) return `${github[1]}/${github[3]}/${github[2]}${github[4] ?? ''}`
  return bare.replace(/^(?:registry\.terraform\.io|registry\.opentofu\.org)\//, '').replace(/\/$/, '')
}
