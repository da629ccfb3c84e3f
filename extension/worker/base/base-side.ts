import { createConfigs } from '../../../core/config/configs.ts'
import { configName } from '../../../core/config/name.ts'
import { extensionOf, folderOf, pathIn } from '../../../core/path.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { pricesPerFile } from '../../../core/prices/user/per-file.ts'
import type { Registry } from '../../../core/registry.ts'
import { createSession } from '../../../core/session.ts'
import { noSettings } from '../../../core/settings.ts'
import type { TokenCounter } from '../../../core/tokens/counter.ts'
import type { CostedSite } from '../../../core/types.ts'
import { lineOf } from '../edges.ts'
import { isUri } from '../files.ts'
import { calledBy, together } from '../module-calls.ts'
import type { CommitFiles } from './commit-files.ts'
import { pathOf } from './path-of.ts'

export interface BaseSideTools {
  readonly registry: Registry
  readonly files: CommitFiles
  /** The repository's top folder. */
  readonly root: string
  /** Of the editor: what is outside of them is not read. */
  readonly folders: readonly string[]
  prices(): PriceBook
  tokens(): TokenCounter
  /** What is outside of the repository, or in node_modules, is as it is on the disk. */
  readDisk(path: string): string | undefined
  /** A variable of the environment. */
  env(name: string): string | undefined
  /** Runs the step after the messages that are already waiting. */
  later(step: () => void): void
  log(message: string): void
}

/** What files cost at one commit, by its own configs and with the files that were there. Worked out once for each. */
export interface BaseSide {
  /** Works these out, and with files of infrastructure all that is read together with them. Calls it off where `goesOn` says no. */
  ready(files: readonly string[], goesOn: () => boolean): Promise<void>
  /** Undefined before `ready`; empty for a file that was not there. */
  sites(file: string): readonly CostedSite[] | undefined
  /** Every site of the roots a file was read with, or would have been; undefined for code. */
  rootSites(file: string): readonly CostedSite[] | undefined
  /** Folders that were read together with these. */
  around(folders: Iterable<string>): Promise<ReadonlySet<string>>
  /** Files in a folder, by absolute path. */
  list(folder: string): readonly string[]
  /** 0-based line a site began on. */
  line(costed: CostedSite): number
  /** Prices or the tokenizer are others now. */
  refresh(): void
}

/** More Terraform files than this are not looked through for who calls whom. */
const mostTerraform = 2000

/** Texts that one file asks for are read in as many rounds as this. */
const mostRounds = 12

const isSkipped = (file: string) => /\/(?:node_modules|\.terraform)\//.test(file)

export function createBaseSide(tools: BaseSideTools): BaseSide {
  const { registry, files, root } = tools
  const formatExtensions = new Set(registry.formats.flatMap(({ extensions }) => extensions))
  const isFormat = (file: string) => formatExtensions.has(extensionOf(file))
  const configs = createConfigs(
    (path) =>
      path.startsWith(`${root}/`) && !path.includes('/node_modules/') ? files.text(path) : tools.readDisk(path),
    registry.rules,
    { env: tools.env, resources: registry.resources },
  )
  const settings = (file: string) => configs.resolve(pathOf(file)).settings ?? noSettings
  let pricesFor = pricesPerFile(tools.prices(), settings, tools.log)
  const session = createSession({
    registry,
    get prices() {
      return tools.prices()
    },
    pricesFor: (file) => pricesFor(file),
    tokens: tools.tokens,
    settings,
    pathOf: (file) => pathIn(tools.folders, pathOf(file)),
    others: {
      find: (candidates) => candidates.find(files.has),
      text: (file) => (isUri(file) ? undefined : files.text(file)),
      under: files.under,
    },
  })
  const found = new Map<string, readonly CostedSite[]>()
  const opened = new Set<string>()
  let calls: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  let configsRead: Promise<unknown> | undefined

  async function readCalls(): Promise<ReadonlyMap<string, readonly string[]>> {
    const all = [...files.all()].filter(
      (file) =>
        /\.(?:tf|tofu)$/i.test(file) &&
        !isSkipped(file) &&
        tools.folders.some((folder) => file.startsWith(`${folder}/`)),
    )
    if (all.length > mostTerraform) return new Map()
    await files.load(all)
    return new Map(all.map((file) => [file, calledBy(file, files.text(file))]))
  }

  const around = async (folders: Iterable<string>) => {
    calls ??= readCalls()
    return together(folders, await calls)
  }

  async function open(all: readonly string[]): Promise<void> {
    const fresh = all.filter((file) => !opened.has(file))
    await files.load(fresh.map(pathOf))
    for (const file of fresh) {
      opened.add(file)
      const text = files.text(pathOf(file))
      if (text !== undefined) session.open(file, text)
    }
  }

  /** Whatever the analysis asks for in vain is read, and it is done again. */
  async function settle(file: string): Promise<readonly CostedSite[]> {
    for (let round = 1; ; round++) {
      const { sites } = await session.settled(file)
      const came = await files.load()
      if (came.length === 0 || round === mostRounds) return sites
      const isConfig = came.map((each) => configs.changed(each)).includes(true)
      if (isConfig) refresh()
      for (const each of came) session.touched(each)
    }
  }

  function refresh(): void {
    pricesFor = pricesPerFile(tools.prices(), settings, tools.log)
    session.refresh()
  }

  async function openFolders(folders: Iterable<string>): Promise<void> {
    for (const folder of folders) await open(files.list(folder).filter(isFormat))
  }

  /** With the folders of modules that only an evaluation finds. */
  async function openRoots(format: readonly string[]): Promise<void> {
    await openFolders(await around(format.map(folderOf)))
    const [any] = format.filter((file) => session.document(file))
    if (any === undefined) return
    await session.prepare(any)
    const done = new Set<string>()
    const unread = () => session.wanted().filter((folder) => !done.has(folder))
    for (let wanted = unread(); wanted.length > 0; wanted = unread()) {
      for (const folder of wanted) done.add(folder)
      await openFolders(wanted)
    }
  }

  return {
    async ready(asked, goesOn) {
      const wanted = asked.filter((file) => !found.has(file))
      if (wanted.length === 0) return
      configsRead ??= files.load([...files.all()].filter((file) => file.endsWith(`/${configName}`)))
      await configsRead
      const format = wanted.filter(isFormat)
      if (format.length > 0) await openRoots(format)
      // Together, before the first is looked at: one may call what another defines.
      await open(wanted.filter((file) => !isFormat(file)))
      for (const file of wanted) {
        await new Promise<void>((go) => tools.later(go))
        if (!goesOn()) return
        try {
          // One that was there and cannot be read is not compared.
          if (session.document(file)) found.set(file, await settle(file))
          else if (!files.has(pathOf(file))) found.set(file, [])
        } catch (error) {
          tools.log(`${file} at the base: ${error instanceof Error ? error.stack : String(error)}`)
        }
      }
    },
    sites: (file) => found.get(file),
    rootSites(file) {
      if (!found.has(file)) return undefined
      const [there] = [file, ...files.list(folderOf(file)).filter(isFormat)].filter((each) => session.document(each))
      return there === undefined ? undefined : session.rootSites(there)
    },
    around,
    list: files.list,
    line: ({ site }) => lineOf(site.location, session),
    refresh() {
      found.clear()
      refresh()
    },
  }
}
