import { folderOf, joinPath } from '../core/path.ts'
import { maxPlan } from '../core/readable.ts'
import type { Settings } from '../core/settings.ts'
import type { Problem } from '../core/types.ts'
import type { ScanRequest } from './scan.ts'

export interface PlanText {
  readonly text: string
  /** It stands beside the files it is of, or alone: what is not in the source is shown in it. */
  readonly isOfRoot: boolean
}

/** The plans that were asked for, on the command line or in outlay.json, as texts by path. */
export function plansOf(
  { tree, plan }: Pick<ScanRequest, 'tree' | 'plan'>,
  files: readonly string[],
  settingsOf: (file: string) => Settings,
  problems: Problem[],
): ReadonlyMap<string, PlanText> {
  const roots = new Map<string, Set<string>>(plan === undefined ? [] : [[plan, new Set()]])
  for (const file of files) {
    const name = settingsOf(file).terraform?.plan
    if (name === undefined) continue
    const path = joinPath(folderOf(file), name)
    roots.set(path, (roots.get(path) ?? new Set()).add(folderOf(file)))
  }
  const texts = new Map<string, PlanText>()
  for (const [file, folders] of roots) {
    // UTF-16 and other encodings take up to twice the bytes.
    const read = tree.read(file, 2 * maxPlan)
    if (!('problem' in read))
      texts.set(file, { text: decode(read), isOfRoot: folders.size === 0 || folders.has(folderOf(file)) })
    else if (file === plan) problems.push({ file, message: read.problem })
  }
  return texts
}

/** PowerShell's `>` writes UTF-16, with a mark that says so. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return isUtf16 ? bytes.toString('utf16le', 2) : bytes.toString('utf8')
}
