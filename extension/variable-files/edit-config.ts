import { applyEdits, type FormattingOptions, findNodeAtLocation, getNodeValue, modify, parseTree } from 'jsonc-parser'

/** One way to write a text differently: what it was, with other variable files for one root. */
export interface RootFiles {
  /** Of the root, relative to the config's folder; empty for that folder itself. */
  readonly root: string
  /** Relative to the config's folder, in order; none: what Terraform loads by itself. */
  readonly varFiles: readonly string[]
}

/**
 * An outlay.json with other variable files for one root, everything else and its comments as they were. A root below the
 * config's folder gets an override of its own.
 */
export function withVarFiles(text: string, { root, varFiles }: RootFiles): string {
  const value = varFiles.length === 0 ? undefined : varFiles
  if (root === '') return put(text, ['terraform', 'varFiles'], value)
  const files = `${root}/**`
  const at = overrideFor(text, files)
  if (at !== undefined) return put(text, ['overrides', at, 'terraform', 'varFiles'], value)
  if (value === undefined) return text
  const first = findNodeAtLocation(parseTree(text) ?? emptyTree, ['overrides'])?.children?.length ?? 0
  const override = { files, terraform: { varFiles: value } }
  return first === 0
    ? put(text, ['overrides'], [override])
    : applyEdits(text, modify(text, ['overrides', first], override, { formattingOptions, isArrayInsertion: true }))
}

const formattingOptions: FormattingOptions = { insertSpaces: true, tabSize: 2 }
const emptyTree = parseTree('{}')!

const put = (text: string, path: (string | number)[], value: unknown) =>
  applyEdits(text, modify(text, path, value, { formattingOptions }))

/** The last one for just these files: a later override wins. */
function overrideFor(text: string, files: string): number | undefined {
  const overrides = findNodeAtLocation(parseTree(text) ?? emptyTree, ['overrides'])?.children ?? []
  const found = overrides.findLastIndex((each) => {
    const glob = findNodeAtLocation(each, ['files'])
    return glob !== undefined && [getNodeValue(glob) as unknown].flat().join() === files
  })
  return found < 0 ? undefined : found
}
