import type { Document } from '../../../core/document.ts'
import { folderOf, joinPath } from '../../../core/path.ts'
import { attributeIn, declarationsOf } from './declarations.ts'
import { manifestPath, parseManifest } from './manifest.ts'
import { isLocal, localFolder } from './module-source.ts'
import { foldersOfUnit } from './terragrunt/evaluate.ts'
import { unitFileOf } from './terragrunt/files.ts'

/** Folders that the module calls of one folder's files point to: beside it, or downloaded by `terraform init`. */
export function calledFolders(
  documents: readonly Document[],
  text: (file: string) => string | undefined,
): readonly string[] {
  const folder = folderOf(documents[0]?.file ?? '')
  const unit = unitFileOf(documents)
  const ofUnit = unit ? foldersOfUnit(unit, text) : []
  const { calls } = declarationsOf(documents)
  const sources = [...calls.values()].flatMap(({ node }) => {
    const source = attributeIn(node.items, 'source')?.value
    const part = source?.is === 'template' && source.parts.length === 1 ? source.parts[0] : undefined
    return part?.is === 'text' ? [part.text] : []
  })
  const local = sources.filter(isLocal).map((source) => localFolder(folder, source))
  const isElsewhere = sources.length > local.length
  const installed = isElsewhere ? parseManifest(folder, text(joinPath(folder, manifestPath))).values() : []
  return [...new Set([...ofUnit, ...local, ...installed])].filter((each) => each !== folder)
}
