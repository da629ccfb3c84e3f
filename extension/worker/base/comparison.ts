import { withoutIndexes } from '../../../core/address.ts'
import { type Change, deltaOf } from '../../../core/delta.ts'
import { extensionOf, folderOf } from '../../../core/path.ts'
import type { Registry } from '../../../core/registry.ts'
import { siteChange } from '../../../core/report/since.ts'
import { differenceIn, printDifference } from '../../../core/report/total.ts'
import type { CostedSite, ModuleCost, Result } from '../../../core/types.ts'
import type { FileChange } from '../../protocol.ts'
import type { BaseSide } from './base-side.ts'

/** What the files cost now. */
export interface NowSide {
  /** Of what an editor shows, as it was shown last; of another file as the disk has it, where that was worked out. */
  sites(file: string): readonly CostedSite[] | undefined
  rootSites(file: string): readonly CostedSite[] | undefined
  /** 0-based. */
  line(costed: CostedSite): number
}

/** Two states of some files of one repository. */
export interface Compared {
  /** As people call it. */
  readonly base: string
  /** The repository's top folder. */
  readonly root: string
  readonly before: BaseSide
  readonly now: NowSide
  /** New path → old path. */
  readonly renames: ReadonlyMap<string, string>
  /** Files whose cost is known on both sides, or that are on one side only. */
  readonly files: ReadonlySet<string>
}

export const formatsOf = ({ formats }: Registry): ((file: string) => boolean) => {
  const extensions = new Set(formats.flatMap((format) => format.extensions))
  return (file) => extensions.has(extensionOf(file))
}

/**
 * What became of a file. Its sites are matched with those of all files that are known, so that what only moved is not told as new.
 * @param result what it costs now
 */
export function fileChange(
  file: string,
  result: Pick<Result, 'sites' | 'modules'>,
  compared: Compared,
  isFormat: (file: string) => boolean,
): FileChange | undefined {
  if (compared.before.sites(file) === undefined) return undefined
  const changes = isFormat(file)
    ? deltaOf(compared.before.rootSites(file) ?? [], compared.now.rootSites(file) ?? result.sites, compared.renames)
        .changes
    : codeChanges(compared, isFormat, new Map([[file, result.sites]]))
  return changeIn(file, changes, compared, result.modules ?? [])
}

export function changeIn(
  file: string,
  changes: readonly Change[],
  { base, before, now, root }: Compared,
  modules: readonly ModuleCost[],
): FileChange {
  const own = changes.filter((change) => fileOf(change) === file)
  const lineOf = (costed: CostedSite, change: Change) => (change.after ? now.line(costed) : before.line(costed))
  return {
    base,
    sites: own.map((change) => siteChange(change, (costed) => lineOf(costed, change), root)),
    total: differenceIn(own),
    modules: Object.fromEntries(
      modules.flatMap((module) => {
        const made = changes.filter((change) => isMadeBy(change, module))
        const difference = differenceIn(made)
        return made.length === 0 || printDifference(difference) === undefined ? [] : [[module.address, difference]]
      }),
    ),
  }
}

export const fileOf = ({ before, after }: Change): string => (after ?? before)!.site.location.file

/** Of several callers each makes its own: they have no one difference. */
function isMadeBy({ before, after }: Change, { address, callers }: ModuleCost): boolean {
  const { site } = (after ?? before)!
  if (callers > 1 || site.kind !== 'resource' || site.module === undefined) return false
  const made = withoutIndexes(site.module.address)
  return made === address || made.startsWith(`${address}.`)
}

/** Of all files with code. `instead`: sites that are newer than those that are known. */
export function codeChanges(
  { before, now, files, renames }: Compared,
  isFormat: (file: string) => boolean,
  instead: ReadonlyMap<string, readonly CostedSite[]> = new Map(),
): readonly Change[] {
  const [was, is]: [CostedSite[], CostedSite[]] = [[], []]
  for (const file of new Set([...files, ...instead.keys()])) {
    const then = before.sites(file)
    const sites = instead.get(file) ?? now.sites(file)
    if (isFormat(file) || then === undefined || sites === undefined) continue
    was.push(...then)
    is.push(...sites)
  }
  return deltaOf(was, is, renames).changes
}

/** Of all files of infrastructure: roots are told apart by what they hold. */
export function formatChanges(
  { before, now, files, renames }: Compared,
  isFormat: (file: string) => boolean,
): readonly Change[] {
  const [was, is] = [new Map<string, CostedSite>(), new Map<string, CostedSite>()]
  const add = (to: Map<string, CostedSite>, sites: readonly CostedSite[]) => {
    for (const costed of sites) to.set(`${costed.site.location.file}\0${costed.site.key}`, costed)
  }
  const folders = new Set<string>()
  for (const file of files) {
    if (!isFormat(file) || folders.has(folderOf(file))) continue
    const [then, sites] = [before.rootSites(file), now.rootSites(file)]
    // Of a file that is only on one side the folder's next one may be on the other.
    if (then !== undefined && sites !== undefined) folders.add(folderOf(file))
    add(was, then ?? [])
    add(is, sites ?? [])
  }
  return deltaOf([...was.values()], [...is.values()], renames).changes
}
