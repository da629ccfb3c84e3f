import { type Configs, createConfigs } from '../../core/config/configs.ts'
import { isDataFile } from '../../core/data/data-files.ts'
import { extensionOf, folderOf } from '../../core/path.ts'
import { besideOf } from '../../core/prices/beside.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { pricesPerFile } from '../../core/prices/user/per-file.ts'
import { type Difference, differenceOf, totalOf } from '../../core/report/total.ts'
import { createSession, type Session } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { sinkWords } from '../../core/sink-words.ts'
import type { CostedSite, Result } from '../../core/types.ts'
import type { ToWorker } from '../protocol.ts'
import { createCallers } from './callers.ts'
import type { DeskTools } from './desk-tools.ts'
import { configProblems, elsewhereOf, failureOf } from './edges.ts'
import { createFiles, type Files, isUnsaved, isUri, namesIn } from './files.ts'
import { createProjectScan } from './project-scan.ts'
import { edit, notebookOf, type OpenText, openNotebook, openText } from './texts.ts'
import { explained, simulated } from './told.ts'

/** The worker's state: what is open, one session over it, and one over the last commit. */
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
  /** Sites of the last commit, of the files that were compared with it. */
  const committed = new Map<string, readonly CostedSite[]>()
  const folders = new Map<string, Promise<void>>()
  /** What was said last of each config. */
  const saidOf = new Map<string, string>()
  const words = sinkWords(registry)
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
  const host = {
    registry,
    get prices() {
      return prices
    },
    pricesFor: (file: string) => pricesFor(file),
    tokens: () => tokens,
    settings,
  }
  const session = createSession({
    ...host,
    get prices() {
      return prices
    },
    others: {
      find: files.find,
      under: files.under,
      text: (file) => (isUri(file) && open.has(file) ? undefined : files.readNow(file)),
    },
  })
  const head = createSession(host)
  const isInRoot = (file: string) => formatExtensions.has(extensionOf(file)) && !isUnsaved(file)
  const openInRoot = () => [...open.keys()].filter(isInRoot)
  const scan = createProjectScan({
    session,
    files,
    mayCost: (text) => words.test(text),
    isOpen: (file) => open.has(file),
    keeps: (file) => formatExtensions.has(extensionOf(file)),
    loadRoot,
    settled,
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

  function mark(file: string): void {
    dirty.add(file)
    if (running) return
    running = true
    later(step)
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
    const version = held.version
    const changed = stale.delete(file)
    if (changed) give(file, held)
    if (!session.document(file)) return
    await files.ready(file)
    await session.prepare(file)
    await loadRoot(file)
    if (open.get(file)?.version !== version) return
    const result = await settled(file)
    if (open.get(file)?.version !== version) return
    const { config } = configs.resolve(file)
    if (config !== undefined) tellConfig(config)
    if (posted.get(file) === result) return
    posted.set(file, result)
    post({
      is: 'result',
      file,
      version,
      result,
      total: totalOf([result]),
      change: changeOf(file, result),
      elsewhere: elsewhereOf(result, session),
    })
    if (changed) for (const other of session.dependents(file)) if (open.has(other)) mark(other)
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
    const loading =
      folders.get(folder) ??
      loadInto(session, folder, (path) => (open.has(path) ? Promise.resolve(undefined) : files.read(path)))
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
    for (const other of unread.length > 0 ? openInRoot() : []) {
      mark(other)
      if (committed.has(other)) attempt(`${other} at HEAD`, compare(other))
    }
  }

  async function loadInto(
    into: Session,
    folder: string,
    read: (path: string) => Promise<string | undefined>,
    names?: readonly string[],
  ): Promise<void> {
    const wanted = (names ?? (await files.list(folder))).filter((name) => formatExtensions.has(extensionOf(name)))
    for (const name of wanted) {
      const path = `${folder}/${name}`
      const text = await read(path)
      if (text !== undefined) into.open(path, text)
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
    head.refresh()
    for (const file of open.keys()) mark(file)
    // The results that follow are compared with these; git is not asked again.
    for (const file of [...committed.keys()]) attempt(`${file} at HEAD`, weighCommitted(file))
  }

  function configChanged(path: string): void {
    if (!configs.changed(path)) return
    refresh()
    tellConfig(path)
  }

  /** What is wrong with a config, open or not, where that is not what was said last; nothing once it is gone. */
  function tellConfig(file: string): void {
    const text = readOpen(file) ?? files.readNow(file)
    const problems = text === undefined ? [] : configProblems(file, configs, text)
    const said = JSON.stringify(problems)
    if ((saidOf.get(file) ?? '[]') === said) return
    saidOf.set(file, said)
    post({ is: 'config', file, problems })
  }

  async function compare(file: string): Promise<void> {
    const text = await tools.head.read(file)
    if (text === undefined) committed.delete(file)
    if (text === undefined) return post({ is: 'head', file, change: undefined })
    if (!head.open(file, text)) return
    await head.prepare(file)
    if (formatExtensions.has(extensionOf(file))) await loadHeadRoot(file)
    await weighCommitted(file)
    const result = posted.get(file)
    if (result) post({ is: 'head', file, change: changeOf(file, result) })
  }

  async function weighCommitted(file: string): Promise<void> {
    committed.set(file, head.analyse(file).sites)
  }

  function changeOf(file: string, { sites }: Result): Difference | 'same' | undefined {
    const before = committed.get(file)
    return before && (differenceOf(before, sites) ?? 'same')
  }

  /** The folders that are read together now, and those it called then. */
  async function loadHeadRoot(file: string): Promise<void> {
    await session.prepare(file)
    const now = session.document(file) ? session.dependents(file) : []
    const done = new Set<string>()
    const load = async (folder: string) => {
      if (done.has(folder)) return
      done.add(folder)
      await loadHeadFolder(folder, file)
    }
    for (const folder of [file, ...now].map(folderOf)) await load(folder)
    const unread = () => head.wanted().filter((folder) => !done.has(folder))
    for (let wanted = unread(); wanted.length > 0; wanted = unread()) for (const folder of wanted) await load(folder)
  }

  async function loadHeadFolder(folder: string, but: string): Promise<void> {
    const read = async (path: string) => (path === but ? undefined : tools.head.read(path))
    await loadInto(head, folder, read, await tools.head.list(folder))
  }

  /** A closed file of a root is still part of it, as it stands on disk. */
  function close(file: string): void {
    open.delete(file)
    posted.delete(file)
    committed.delete(file)
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
    for (const other of others) if (open.has(other)) mark(other)
  }

  function diskChanged(file: string): void {
    if (open.has(file)) return
    const isTold = ['.json', '.csv'].includes(extensionOf(file))
    if (isTold || isUri(file)) files.forget(file)
    if (isTold) configChanged(file)
    if (extensionOf(file) === '.csv') return
    if (isInRoot(file)) attempt(`the callers in ${file}`, callers.changed(file))
    if (!isDataFile(file) && folders.has(folderOf(file))) attempt(file, onDisk(file))
    else for (const other of session.touched(file)) if (open.has(other)) mark(other)
  }

  /** Tens of milliseconds: only when a hover asks. */
  function cheaper({ id, file, keys, today }: Extract<ToWorker, { is: 'find-cheaper' }>): void {
    const sites = (posted.get(file)?.sites ?? []).filter(({ site }) => keys.includes(site.key))
    const found = sites.map((costed) => [costed.site.key, besideOf(costed, pricesFor(file), today)] as const)
    post({ is: 'cheaper', id, beside: Object.fromEntries(found) })
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
        case 'compare':
          return attempt(`${message.file} at HEAD`, compare(message.file))
        case 'scan':
          return attempt('a scan', scan(message.id, message.files))
        case 'find-cheaper':
          return cheaper(message)
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
