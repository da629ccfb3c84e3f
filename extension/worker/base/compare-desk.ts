import { extensionOf, folderOf } from '../../../core/path.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Registry } from '../../../core/registry.ts'
import { changeSums } from '../../../core/report/change-sums.ts'
import type { TokenCounter } from '../../../core/tokens/counter.ts'
import type { CostedSite, Result } from '../../../core/types.ts'
import type { Base, Changes, FileChange, FromWorker, NoBase } from '../../protocol.ts'
import { isUri } from '../files.ts'
import { affectedBy } from './affected.ts'
import { type BaseSide, createBaseSide } from './base-side.ts'
import { commitFiles } from './commit-files.ts'
import { type Compared, changeIn, codeChanges, fileChange, fileOf, formatChanges, formatsOf } from './comparison.ts'
import { pathOf } from './path-of.ts'
import type { Git, Resolved } from './repository.ts'

export interface CompareTools {
  readonly registry: Registry
  /** Undefined where no process can be started: on the web. */
  readonly git: Git | undefined
  /** The program that the editor's git is. */
  useGit(program: string): void
  post(message: FromWorker): void
  later(step: () => void): void
  log(message: string): void
  prices(): PriceBook
  tokens(): TokenCounter
  readDisk(path: string): string | undefined
  /** A variable of the environment. */
  env(name: string): string | undefined
  readonly now: {
    open(): readonly string[]
    /** The version the editor has, where it is open. */
    version(file: string): number | undefined
    /** What was shown last. */
    result(file: string): Result | undefined
    rootSites(file: string): readonly CostedSite[] | undefined
    line(costed: CostedSite): number
    /** Waits until it is known who calls the module a file is of. */
    called(file: string): Promise<void>
    around(folders: Iterable<string>): Promise<ReadonlySet<string>>
    list(folder: string): Promise<readonly string[]>
    /** Of files with code that nothing has open, as the disk has them; roots are only read. */
    fromDisk(files: readonly string[], goesOn: () => boolean): Promise<ReadonlyMap<string, readonly CostedSite[]>>
  }
}

/** What is compared with the base: files that are open, and those that changed while somebody looks at them. */
export interface CompareDesk {
  choose(base: Base | undefined, program: string | undefined, folders: readonly string[]): void
  compare(files: readonly string[]): void
  watch(on: boolean): void
  /** The disk is not what it was. */
  diskChanged(): void
  /** For a result that is about to be shown. */
  changeOf(file: string, result: Result): FileChange | undefined
  /** A result was shown: others may look otherwise for it. */
  shown(): void
  closed(file: string): void
  /** Prices, configs or the tokenizer are others. */
  refresh(): void
}

interface Repository extends Resolved {
  readonly root: string
  readonly before: BaseSide
  renames: ReadonlyMap<string, string>
  /** Open ones that were asked for. */
  readonly asked: Set<string>
  /** Those that changed, and what else that alters. */
  affected: ReadonlySet<string>
  leftOut: number
  disk: ReadonlyMap<string, readonly CostedSite[]>
}

export function createCompareDesk(tools: CompareTools): CompareDesk {
  const { git, now, post } = tools
  const isFormat = formatsOf(tools.registry)
  let base: Base | undefined
  let folders: readonly string[] = []
  let watching = false
  /** A later choice makes all that is under way worthless. */
  let generation = 0
  let running = false
  let weighing = false
  let looking = false
  const waiting = new Set<string>()
  const roots = new Map<string, string | undefined>()
  const repositories = new Map<string, Repository>()
  const posted = new Map<string, string>()
  let postedChanges = ''

  const rootNow = (file: string) => roots.get(folderOf(pathOf(file)))
  const repositoryNow = (file: string) => repositories.get(rootNow(file) ?? '')

  async function rootOf(folder: string): Promise<string | undefined> {
    if (!git || isUri(folder)) return undefined
    // Where there was no repository there may be one by now.
    const root = roots.get(folder) ?? (await git.rootOf(folder))
    roots.set(folder, root)
    return root
  }

  /** The repository at the commit that the base is now; the one before is let go with all that was worked out for it. */
  async function freshen(root: string, goesOn: () => boolean): Promise<Repository | undefined> {
    const resolved = base && (await git!.resolve(root, base))
    const there = repositories.get(root)
    if (resolved && there?.commit === resolved.commit && there.name === resolved.name) return there
    if (!resolved) repositories.delete(root)
    if (!resolved || !goesOn()) return undefined
    const files = await commitFiles(git!, root, resolved.commit)
    if (!goesOn()) return undefined
    const made: Repository = {
      ...resolved,
      root,
      before: createBaseSide({ ...tools, root, folders, files }),
      renames: new Map(),
      asked: new Set(),
      affected: new Set(),
      leftOut: 0,
      disk: new Map(),
    }
    repositories.set(root, made)
    return made
  }

  function run(): void {
    if (running || base === undefined || (waiting.size === 0 && !looking)) return
    running = true
    step()
      .catch((error: unknown) => tools.log(`the comparison: ${error instanceof Error ? error.stack : String(error)}`))
      .finally(() => {
        running = false
        run()
      })
  }

  async function step(): Promise<void> {
    const mine = generation
    const goesOn = () => mine === generation
    const files = [...waiting]
    waiting.clear()
    const look = looking && watching
    looking = false
    for (const file of files) await rootOf(folderOf(pathOf(file)))
    const asked = new Set(files.flatMap((file) => rootNow(file) ?? []))
    const own = look ? await Promise.all(folders.map(rootOf)) : []
    for (const root of new Set([...asked, ...own.filter((each) => each !== undefined)])) {
      if (!goesOn()) return
      const there = repositories.get(root)
      const repository = await freshen(root, goesOn)
      if (!goesOn()) return
      // All that was compared with the commit before is compared with this one.
      const again = there && there !== repository ? [...there.asked] : []
      if (!repository) continue
      await readyFor(
        repository,
        [...new Set([...files, ...again])].filter((file) => rootNow(file) === root),
        goesOn,
      )
      if (look && goesOn()) await lookAround(repository, goesOn)
    }
    if (!goesOn()) return
    for (const file of files) if (!repositoryNow(file)) tell(file, undefined)
    weigh()
  }

  async function readyFor(repository: Repository, files: readonly string[], goesOn: () => boolean): Promise<void> {
    const { before, asked } = repository
    for (const file of files) if (isFormat(file)) await now.called(file)
    const isThere = (file: string) => before.list(folderOf(file)).includes(pathOf(file))
    if (!files.every(isThere)) {
      const { renames } = await git!.changes(repository.root, repository.commit)
      repository.renames = absolute(renames, repository.root)
    }
    const all = [...files, ...files.flatMap((file) => repository.renames.get(file) ?? [])]
    await before.ready(all, goesOn)
    for (const file of all) if (goesOn() && before.sites(file) !== undefined) asked.add(file)
  }

  async function lookAround(repository: Repository, goesOn: () => boolean): Promise<void> {
    const { root, commit, before } = repository
    const { paths, renames } = await git!.changes(root, commit)
    repository.renames = absolute(renames, root)
    const found = await affectedBy(
      paths.map((path) => `${root}/${path}`),
      {
        registry: tools.registry,
        isFormat,
        folders,
        before,
        list: now.list,
        around: now.around,
        grep: (some) => grepIn(root, some),
      },
    )
    if (!goesOn()) return
    await before.ready(found.files, goesOn)
    const open = new Set(now.open())
    const disk = await now.fromDisk(
      found.files.filter((file) => !open.has(file)),
      goesOn,
    )
    if (!goesOn()) return
    repository.disk = disk
    repository.affected = new Set(found.files)
    repository.leftOut = found.leftOut
  }

  const grepIn = async (root: string, some: readonly string[]) =>
    (await git!.grep(root, some)).map((path) => `${root}/${path}`)

  const comparedOf = (repository: Repository): Compared => ({
    base: repository.name,
    root: repository.root,
    before: repository.before,
    renames: repository.renames,
    files: new Set([...repository.asked, ...repository.affected]),
    now: {
      // A file that was there and is not open is gone, unless the disk was read.
      sites: (file) => now.result(file)?.sites ?? repository.disk.get(file) ?? (isOpen(file) ? undefined : []),
      rootSites: now.rootSites,
      line: now.line,
    },
  })

  const isOpen = (file: string) => now.version(file) !== undefined

  function changeOf(file: string, result: Result): FileChange | undefined {
    const repository = repositoryNow(file)
    const change = repository && fileChange(file, result, comparedOf(repository), isFormat)
    posted.set(file, JSON.stringify(change))
    return change
  }

  /** Once for all that was shown together, and after it. */
  function weigh(): void {
    if (weighing) return
    weighing = true
    tools.later(() => {
      weighing = false
      for (const repository of repositories.values()) weighOpen(repository)
      if (watching) tellChanges()
    })
  }

  function weighOpen(repository: Repository): void {
    const compared = comparedOf(repository)
    const code = codeChanges(compared, isFormat)
    for (const file of repository.asked) {
      const result = now.result(file)
      if (!result || result.version !== now.version(file)) continue
      tell(file, isFormat(file) ? fileChange(file, result, compared, isFormat) : changeIn(file, code, compared, []))
    }
  }

  function tell(file: string, change: FileChange | undefined): void {
    const says = JSON.stringify(change)
    if (posted.has(file) && posted.get(file) === says) return
    posted.set(file, says)
    const version = now.version(file)
    if (version !== undefined) post({ is: 'compared', file, version, change })
  }

  function tellChanges(): void {
    const all = [...repositories.values()]
    const why: NoBase | undefined =
      base === undefined
        ? 'off'
        : all.length > 0
          ? undefined
          : [...roots.values()].some((root) => root !== undefined)
            ? 'no-commit'
            : 'no-git'
    const files = all.flatMap(changedFiles)
    const changes: Changes = {
      bases: all.map(({ root, name, commit }) => ({ root, name, commit })),
      why,
      without: all.length === 0 ? [] : folders.filter((folder) => !repositories.has(roots.get(folder) ?? '')),
      files,
      sums: changeSums(files.flatMap(({ change }) => change.sites)),
      leftOut: all.reduce((sum, { leftOut }) => sum + leftOut, 0),
    }
    const says = JSON.stringify(changes)
    if (says === postedChanges) return
    postedChanges = says
    post({ is: 'changes', changes })
  }

  function changedFiles(repository: Repository): Changes['files'] {
    const compared = comparedOf(repository)
    const changes = [...codeChanges(compared, isFormat), ...formatChanges(compared, isFormat)]
    return [...new Set(changes.map(fileOf))].sort().map((file) => {
      const change = changeIn(file, changes, compared, [])
      return { file, commit: repository.commit, sums: changeSums(change.sites), change }
    })
  }

  return {
    choose(chosen, program, given) {
      if (program !== undefined) tools.useGit(program)
      generation++
      base = chosen
      folders = given
      const asked = [...repositories.values()].flatMap((each) => [...each.asked])
      repositories.clear()
      roots.clear()
      postedChanges = ''
      if (base === undefined) for (const file of asked) tell(file, undefined)
      for (const file of base === undefined ? [] : asked) if (isOpen(file)) waiting.add(file)
      looking = watching
      if (base === undefined && watching) tellChanges()
      run()
    },
    compare(files) {
      for (const file of files) if (extensionOf(file) !== '.json') waiting.add(file)
      run()
    },
    watch(on) {
      watching = on
      looking = on
      if (on) postedChanges = ''
      if (on && (base === undefined || !git)) tellChanges()
      else run()
    },
    diskChanged() {
      if (!watching) return
      looking = true
      run()
    },
    changeOf,
    shown: () => {
      if (repositories.size > 0) weigh()
    },
    closed(file) {
      posted.delete(file)
      repositoryNow(file)?.asked.delete(file)
      if (watching) looking = true
      run()
    },
    refresh() {
      generation++
      for (const { before, asked } of repositories.values()) {
        before.refresh()
        for (const file of asked) waiting.add(file)
      }
      looking = watching
      run()
    },
  }
}

const absolute = (renames: ReadonlyMap<string, string>, root: string): ReadonlyMap<string, string> =>
  new Map([...renames].map(([to, from]) => [`${root}/${to}`, `${root}/${from}`]))
