import { type Configs, createConfigs } from '../../core/config/configs.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import { isDataFile } from '../../core/data/data-files.ts'
import { extensionOf, folderOf, pathIn } from '../../core/path.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { pricesPerFile } from '../../core/prices/user/per-file.ts'
import { totalOf } from '../../core/report/total.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { sinkWords } from '../../core/sink-words.ts'
import type { Result } from '../../core/types.ts'
import type { FileChange, ToWorker } from '../protocol.ts'
import { createCompareDesk } from './base/compare-desk.ts'
import { refsIn } from './base/repository.ts'
import { createCallers } from './callers.ts'
import type { DeskTools } from './desk-tools.ts'
import { configProblems, elsewhereOf, failureOf, lineOf } from './edges.ts'
import { createFiles, type Files, isUnsaved, isUri, namesIn } from './files.ts'
import { createNowOnDisk } from './now-on-disk.ts'
import { createProjectBudgets } from './project-budgets.ts'
import { createProjectScan } from './project-scan.ts'
import { edit, notebookOf, type OpenText, openNotebook, openText } from './texts.ts'
import { cheaper, explained, simulated } from './told.ts'

/** The worker's state: what is open, one session over it, and what it is compared with. */
export function createDesk(tools: DeskTools): {
  receive(message: ToWorker): void
  /** Everything that is open is worked out anew, by another book. */
  reprice(prices: PriceBook): void
} {
  const { registry, post, later } = tools
  const open = new Map<string, OpenText>()
  /** Files whose text the session has not seen yet, and files whose result must be looked at again. */
  const stale = new Set<string>()
  const dirty = new Set<string>()
  const posted = new Map<string, Result>()
  const folders = new Map<string, Promise<void>>()
  let projects: readonly string[] = []
  /** What was said last of each config. */
  const saidOf = new Map<string, string>()
  const mayCost = sinkWords(registry)
  const formatExtensions = new Set(registry.formats.flatMap((format) => format.extensions))
  let tokens = tools.tokens
  let loadingTokens = false
  let running = false

  const readOpen = (file: string) => {
    const held = open.get(file)
    return held?.is === 'text' ? held.text : undefined
  }
  const files: Files = createFiles(tools.disk, tools.ask, arrived)
  const configs: Configs = createConfigs((path) => readOpen(path) ?? files.readNow(path), registry.rules, {
    env: tools.env,
    resources: registry.resources,
  })
  const settings = (file: string) => configs.resolve(file).settings ?? noSettings
  const perFile = (book: PriceBook) => pricesPerFile(book, settings, (message) => post({ is: 'log', message }))
  let prices = tools.prices
  let pricesFor = perFile(prices)
  const session = createSession({
    registry,
    get prices() {
      return prices
    },
    pricesFor: (file: string) => pricesFor(file),
    tokens: () => tokens,
    settings,
    pathOf: (file) => pathIn(projects, file),
    others: {
      find: files.find,
      under: files.under,
      text: (file) => (isUri(file) && open.has(file) ? undefined : files.readNow(file)),
    },
  })
  const budgets = createProjectBudgets(configs, session.document)
  const isInRoot = (file: string) => formatExtensions.has(extensionOf(file)) && !isUnsaved(file)
  const openInRoot = () => [...open.keys()].filter(isInRoot)
  const scan = createProjectScan({
    session,
    files,
    mayCost,
    isOpen: (file) => open.has(file),
    keeps: (file) => formatExtensions.has(extensionOf(file)),
    loadRoot,
    settled,
    found: (file, result) => budgets.take(file, result),
    exactTokens: async () => {
      if (!tokens.exact && !loadingTokens) await loadTokens()
    },
    post,
    later,
    logFailure,
  })
  const callers = createCallers({
    list: async () => namesIn(await tools.ask({ is: 'find-terraform', uri: '' })).filter(isInRoot),
    read: files.read,
    later,
    open: openInRoot,
    load: loadCallers,
  })
  const base = createCompareDesk({
    ...tools,
    prices: () => prices,
    tokens: () => tokens,
    readDisk: files.readNow,
    log: (message) => post({ is: 'log', message }),
    now: {
      open: () => [...open.keys()],
      version: (file) => open.get(file)?.version,
      result: (file) => posted.get(file),
      rootSites: session.rootSites,
      line: ({ site }) => lineOf(site.location, session),
      called: async (file) => {
        if (isInRoot(file)) await callers.find(file)
      },
      around: callers.around,
      list: files.list,
      fromDisk: createNowOnDisk({
        session,
        files,
        isOpen: (file) => open.has(file),
        isInRoot,
        loadFolder,
        loadRoot,
        settled,
        later,
      }),
    },
  })

  function mark(file: string): void {
    dirty.add(file)
    if (running) return
    running = true
    later(step)
  }

  function alter(files: readonly string[]): void {
    for (const file of files) if (open.has(file)) mark(file)
    scan.outdated(files)
  }

  /** One file at a time, so that an edit that arrives meanwhile is seen first; the latest text wins. */
  function step(): void {
    const [file] = dirty
    if (file === undefined) {
      running = false
      return
    }
    dirty.delete(file)
    show(file)
      .catch((error: unknown) => fail(file, error))
      .finally(() => later(step))
  }

  /** A file that breaks the engine answers with nothing but the problem, so that nobody waits for it. */
  function fail(file: string, error: unknown): void {
    logFailure(file, error)
    const version = open.get(file)?.version
    if (version !== undefined) post(failureOf(file, version))
  }

  async function show(file: string): Promise<void> {
    const held = open.get(file)
    if (!held) return
    if (extensionOf(file) === '.json') return tellConfig(file)
    const [version, changed] = [held.version, stale.delete(file)]
    if (changed) give(file, held)
    if (!session.document(file)) return
    await files.ready(file)
    await session.prepare(file)
    await loadRoot(file)
    if (open.get(file)?.version !== version) return
    const result = await settled(file)
    if (open.get(file)?.version !== version) return
    const isNew = posted.get(file) !== result
    if (isNew) {
      posted.set(file, result)
      post({
        is: 'result',
        file,
        version,
        result,
        total: totalOf([result]),
        ...changeOf(file, result),
        elsewhere: elsewhereOf(result, session),
      })
    }
    tellConfigsOf(file, result)
    if (!isNew) return
    base.shown()
    if (changed) alter(session.dependents(file))
    if (result.approximate) attempt('the tokenizer', loadTokens())
    attempt(`the callers of ${file}`, callers.find(file))
  }

  /** With what it reads of other files, where only the host can read them. */
  async function settled(file: string): Promise<Result> {
    let result = await session.settled(file)
    while (await files.fetched()) result = await session.settled(file)
    return result
  }

  function arrived(file: string): void {
    if (['.json', '.csv'].includes(extensionOf(file))) configChanged(file)
    for (const other of session.touched(file)) if (open.has(other)) mark(other)
  }

  function give(file: string, held: OpenText): void {
    if (held.is === 'text') session.open(file, held.text, held.version)
    else session.openDocument(notebookOf(file, held))
  }

  /** The other files of an infrastructure root are read once, with the first of them. */
  function loadFolder(folder: string): Promise<void> {
    const loading = folders.get(folder) ?? loadInto(folder)
    folders.set(folder, loading)
    return loading
  }

  /** With it the folders of the modules it calls, and of those that they call. */
  async function loadRoot(file: string): Promise<void> {
    if (!formatExtensions.has(extensionOf(file))) return
    await loadFolder(folderOf(file))
    const unread = () => session.wanted().filter((folder) => !folders.has(folder))
    for (let wanted = unread(); wanted.length > 0; wanted = unread())
      for (const folder of wanted) await loadFolder(folder)
  }

  async function loadCallers(found: readonly string[], file: string): Promise<void> {
    const unread = found.filter((each) => !folders.has(each))
    for (const each of unread) await loadRoot(`${each}/main${extensionOf(file)}`)
    if (unread.length > 0) for (const other of openInRoot()) mark(other)
  }

  async function loadInto(folder: string): Promise<void> {
    const wanted = (await files.list(folder)).filter((name) => formatExtensions.has(extensionOf(name)))
    for (const path of wanted.map((name) => `${folder}/${name}`)) {
      const text = open.has(path) ? undefined : await files.read(path)
      if (text !== undefined) session.open(path, text)
    }
  }

  async function loadTokens(): Promise<void> {
    if (loadingTokens) return
    loadingTokens = true
    tokens = await tools.exactTokens()
    refresh()
  }

  /** Work that nobody waits for: where it fails the log has it, and the worker goes on. */
  function attempt(what: string, work: Promise<void>): void {
    work.catch((error: unknown) => logFailure(what, error))
  }

  function logFailure(what: string, error: unknown): void {
    post({ is: 'log', message: `${what}: ${error instanceof Error ? error.stack : String(error)}` })
  }

  function refresh(): void {
    session.refresh()
    base.refresh()
    for (const file of open.keys()) mark(file)
  }

  function configChanged(path: string): void {
    if (!configs.changed(path)) return
    refresh()
    tellConfig(path)
  }

  /** What is wrong with a config, open or not, where that is not what was said last; nothing once it is gone. */
  function tellConfig(file: string): void {
    const text = readOpen(file) ?? files.readNow(file)
    const problems = text === undefined ? [] : [...configProblems(file, configs, text), ...budgets.problems(file, text)]
    const said = JSON.stringify(problems)
    if ((saidOf.get(file) ?? '[]') === said) return
    saidOf.set(file, said)
    post({ is: 'config', file, problems })
  }

  function tellConfigsOf(file: string, result: Result): void {
    budgets.take(file, result)
    const { config } = configs.resolve(file)
    for (const each of new Set([...(config === undefined ? [] : [config]), ...budgets.above(file)])) tellConfig(each)
  }

  function changeOf(file: string, result: Result): { readonly change?: FileChange } {
    const change = base.changeOf(file, result)
    return change === undefined ? {} : { change }
  }

  async function tellRefs(id: number, folder: string): Promise<void> {
    post({ is: 'refs', id, found: await refsIn(tools.git, folder) })
  }

  /** A closed file of a root is still part of it, as it stands on disk. */
  function close(file: string): void {
    open.delete(file)
    posted.delete(file)
    base.closed(file)
    if (!formatExtensions.has(extensionOf(file))) session.close(file)
    else attempt(file, onDisk(file))
    if (extensionOf(file) === '.json') configChanged(file)
  }

  async function onDisk(file: string): Promise<void> {
    files.forget(file)
    const text = await files.read(file)
    if (open.has(file)) return
    const others = session.dependents(file)
    if (text === undefined) session.close(file)
    else if (session.document(file)?.text !== text) session.open(file, text)
    alter(others)
  }

  function diskChanged(file: string): void {
    base.diskChanged()
    if (open.has(file)) return
    const isTold = ['.json', '.csv'].includes(extensionOf(file))
    if (isTold || isUri(file)) files.forget(file)
    if (isTold) configChanged(file)
    if (extensionOf(file) === '.csv') return
    if (isInRoot(file)) attempt(`the callers in ${file}`, callers.changed(file))
    if (!isDataFile(file) && folders.has(folderOf(file))) attempt(file, onDisk(file))
    else alter(session.touched(file))
  }

  async function scanned({ id, files, isAll }: Extract<ToWorker, { is: 'scan' }>): Promise<void> {
    const isWhole = await scan.run(id, files)
    if (isAll && isWhole) budgets.scanned([...files, ...open.keys()])
    budgets.configs().forEach(tellConfig)
  }

  function put(file: string, text: OpenText): void {
    open.set(file, text)
    stale.add(file)
    if (extensionOf(file) === '.json') configChanged(file)
    mark(file)
  }

  return {
    receive(message) {
      switch (message.is) {
        case 'folders':
          projects = message.folders
          for (const [file, held] of open) put(file, held)
          return
        case 'open':
          return put(message.file, openText(message.text, message.version))
        case 'open-notebook':
          return put(message.file, openNotebook(message.cells, message.version))
        case 'edit': {
          const held = open.get(message.file)
          if (!held) return
          if (!edit(held, message.cell, message.changes, message.version, message.length))
            return post({ is: 'resync', file: message.file })
          return put(message.file, held)
        }
        case 'close':
          return close(message.file)
        case 'changed':
          return message.uris.forEach(diskChanged)
        case 'choose-base':
          return base.choose(message.base, message.git, projects)
        case 'compare':
          return base.compare(message.files)
        case 'find-refs':
          return attempt('branches and tags', tellRefs(message.id, message.folder))
        case 'watch-changes':
          return base.watch(message.on)
        case 'scan':
          return attempt('a scan', scanned(message))
        case 'stop-scan':
          return scan.stop(message.id)
        case 'find-cheaper':
          return post(cheaper(message, posted.get(message.file), pricesFor(message.file)))
        case 'find-spend-settings': {
          const { spendScope: scopes = {}, spend = noSpendSettings } = settings(message.file)
          return post({ is: 'spend-settings', id: message.id, spend: { scopes, settings: spend } })
        }
        case 'simulate':
          return post(simulated(message, posted.get(message.file), session, registry.resources))
        case 'explain':
          return post(explained(message, posted.get(message.file), pricesFor(message.file), registry.resources))
        case 'answer':
        case 'find-price':
        case 'find-alternatives':
        case 'look-at-prices':
          return
      }
    },
    reprice(book) {
      prices = book
      pricesFor = perFile(book)
      refresh()
    },
  }
}
