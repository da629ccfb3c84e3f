import { analyseCode, type CodeAnalysis, costedCalls } from './analyse/code.ts'
import type { Sums } from './analyse/functions.ts'
import { createKeptCalls, type KeptCalls } from './analyse/kept-calls.ts'
import { createProgram, type ProgramHost } from './analyse/program.ts'
import { createRoots } from './analyse/roots.ts'
import { analyseWritten } from './analyse/written.ts'
import { createDataFiles } from './data/data-files.ts'
import { cellsOf, type Document, fileDocument, follows } from './document.ts'
import type { FormatEngine } from './format.ts'
import type { Lower } from './language.ts'
import type { Module } from './module.ts'
import { extensionOf } from './path.ts'
import type { PriceBook } from './prices/book.ts'
import { tooMuch } from './readable.ts'
import type { Registry } from './registry.ts'
import type { Context } from './resolve/context.ts'
import { mayHoldDocument } from './resolve/documents.ts'
import { matcherFor } from './resolve/match.ts'
import type { Settings } from './settings.ts'
import type { Bench } from './simulate/bench.ts'
import { ignoring } from './suppress.ts'
import { isTestFile } from './test-file.ts'
import type { TokenCounter } from './tokens/counter.ts'
import type { CostedSite, Problem, Result } from './types.ts'

/** What a session cannot do by itself. */
export interface SessionHost {
  readonly registry: Registry
  readonly prices: PriceBook
  /** The book with the user's own prices in it, where they differ by file. */
  pricesFor?(file: string): PriceBook
  /** Asked for at every analysis: the tokenizer may have been loaded since. */
  tokens(): TokenCounter
  settings(file: string): Settings
  /** A file's path from the folder of its project; without it files are named so. */
  pathOf?(file: string): string
  /** Other files of the project, for what a file imports; without it each file is read by itself. */
  readonly others?: Pick<ProgramHost, 'find' | 'mayBill' | 'users' | 'room'> & {
    /** Undefined where it cannot be read. */
    text(file: string): string | undefined
    /** Files below a folder, relative to it; see `RootFiles`. */
    under?(folder: string, depth: number): readonly string[] | undefined
  }
}

/** The open documents, their versions and results. The worker, the CLI and the language server are thin faces of it. */
export interface Session {
  /** Adds or replaces a text. Returns false where Outlay does not read files of that name. */
  open(file: string, text: string, version?: number): boolean
  /** Adds or replaces a document that is no single file: the cells of a notebook as the editor holds them. */
  openDocument(document: Document): void
  close(file: string): void
  document(file: string): Document | undefined
  /** Loads the parser the file needs, once. */
  prepare(file: string): Promise<void>
  /** Prepared and analysed; once more where what it reads turns out to need another parser. */
  settled(file: string): Promise<Result>
  /** Synchronous, from what is open now; the same object until the file, or one it depends on, changes. Throws before `prepare`. */
  analyse(file: string): Result
  /** Files whose results a change of this one can alter: the other files of a Terraform root. */
  dependents(file: string): readonly string[]
  files(): readonly string[]
  /** Folders of modules that open files call, as far as none of their files is open. Known after `prepare`. */
  wanted(): readonly string[]
  /** Every site of the roots a file of infrastructure is read with, whatever file it stands in; undefined for code. */
  rootSites(file: string): readonly CostedSite[] | undefined
  /** A file that is not open is not what it was. Returns the files whose results this alters, open or not. */
  touched(file: string): readonly string[]
  /** A file that is read once was told of: what was found of it is let go, and found again by whoever asks. */
  rest(file: string): void
  /** Many files were read once: of infrastructure that nobody edits the texts stay, and what was read of them is read again when it is asked for. */
  lighten(): void
  /** Forgets all results: settings, prices or the tokenizer have changed. */
  refresh(): void
  /** What a site of a file is tried otherwise with; undefined where it is not open or was not prepared. */
  bench(file: string): Bench | undefined
}

interface Open {
  readonly document: Document
  readonly problem: Problem | undefined
  result: Result | undefined
}

export function createSession(host: SessionHost): Session {
  const { registry } = host
  const open = new Map<string, Open>()
  const lowers = new Map<string, Lower>()
  const engines = new Map<string, FormatEngine>()
  const altered = new Map<string, readonly string[]>()
  const edited = new Map<string, Lower>()
  const data = createDataFiles()
  const kept = new Map<string, KeptCalls>()
  let elsewhere = new WeakMap<Context, readonly CostedSite[]>()
  let sums: Sums = new WeakMap()
  const program = createProgram({
    ...host.others,
    mayBill: (file) => host.others?.mayBill?.(file) ?? true,
    isTest: (file) => isTestFile(host.pathOf?.(file) ?? file),
    open: () => [...open].flatMap(([file, { problem }]) => (problem ? [] : [file])),
    isPackage: (specifier, language) => matcherFor(language, registry.sdks).knows(specifier),
    mayConcern: (text, taken, language) => matcherFor(language, registry.sdks).mayConcern(text, taken),
    mayBeHanded: (text, language) => matcherFor(language, registry.sdks).mayBeHanded(text),
    find(candidates) {
      const there = candidates.findIndex((file) => open.has(file))
      const before = there < 0 ? candidates : candidates.slice(0, there)
      return (before.length > 0 ? host.others?.find(before) : undefined) ?? candidates[there]
    },
    document(file) {
      const there = open.get(file)?.document
      if (there) return there
      const text = host.others?.text(file)
      return text === undefined ? undefined : (read(file, text, 0)?.document ?? fileDocument(file, '', text))
    },
    lower: (document) => data.module(document) ?? lowered(document),
  })

  /** What is left alone when it is open is left alone when it is imported. */
  function lowered(document: Document): Module | undefined {
    if (tooMuch(document)) return undefined
    return lowerOf(document)?.(document.text, document.file, cellsOf(document))
  }

  /** A text that is edited is read on from what it was; one that is read once leaves nothing behind. */
  function lowerOf({ file, language, version }: Document): Lower | undefined {
    const lower = lowers.get(language)
    if (version === 0 || !lower?.editing) return lower
    const key = `${language} ${file}`
    const there = edited.get(key) ?? lower.editing()
    edited.set(key, there)
    return there
  }

  const pricesFor = (file: string) => host.pricesFor?.(file) ?? host.prices
  const languageOf = (id: string) => registry.languages.find((language) => language.id === id)
  const isCode = ({ language, notebook }: Document) => languageOf(language) !== undefined && !notebook
  const formatOf = (id: string) => registry.formats.find((format) => format.id === id)
  /** As it is open, else as it is on disk, where it is there. */
  const textOf = (file: string) =>
    open.get(file)?.document.text ?? (host.others?.find([file]) === undefined ? undefined : host.others.text(file))
  const roots = createRoots({
    open: (format) =>
      [...open.values()].flatMap(({ document, problem }) =>
        document.language === format && !problem ? [document] : [],
      ),
    engine: (format) => engines.get(format),
    formats: () => [...engines.keys()],
    redrawn(format) {
      for (const [file, { document }] of open) if (document.language === format) drop(file)
    },
    tools: () => ({
      registry,
      tokens: host.tokens(),
      pricesOf: pricesFor,
      settingsOf: host.settings,
      ...(host.others ? { files: { text: textOf, ...(host.others.under ? { under: host.others.under } : {}) } } : {}),
    }),
  })

  /** @param same it is open now, with the text that others have read */
  function changed(document: Document, same = false): void {
    if (languageOf(document.language)) {
      const all = same ? program.joined(document.file) : program.changed(document.file)
      for (const file of all) {
        drop(file)
        if (file !== document.file) kept.delete(file)
      }
      altered.set(
        document.file,
        all.filter((file) => file !== document.file),
      )
      return
    }
    if (!formatOf(document.language)) return
    for (const file of roots.changed(document)) drop(file)
  }

  function drop(file: string): void {
    const entry = open.get(file)
    if (entry) entry.result = undefined
  }

  function add(given: Document, problem: Problem | undefined): void {
    const document = host.pathOf ? { ...given, path: host.pathOf(given.file) } : given
    const before = open.get(document.file)
    if (before && before.document.language !== document.language) changed(before.document)
    const same = !before && isCode(document) && host.others?.text(document.file) === document.text
    if (before && formatOf(document.language)) follows(document, before.document)
    open.set(document.file, { document, problem: problem ?? tooMuch(document), result: undefined })
    changed(document, same)
  }

  function read(file: string, text: string, version: number): { document: Document; problem?: Problem } | undefined {
    const extension = extensionOf(file)
    const container = registry.containers.find((each) => each.extensions.includes(extension))
    if (container) {
      const document = container.read(file, text, version)
      if (!('problem' in document)) return { document }
      const at = { file, span: [document.offset, document.offset] as const }
      return {
        document: fileDocument(file, container.id, text, version),
        problem: { file, location: at, message: document.problem },
      }
    }
    const reader = [...registry.languages, ...registry.formats].find((each) => each.extensions.includes(extension))
    return reader && { document: fileDocument(file, reader.id, text, version) }
  }

  function codeAnalysis(document: Document): CodeAnalysis | undefined {
    const language = languageOf(document.language)
    if (!language) return undefined
    const context = lowers.has(language.id) ? program.context(document.file) : undefined
    if (!context) throw new Error(`${document.file} was analysed before it was prepared`)
    return analyseCode(document, context, language, toolsFor(document.file), sitesOf, keptOf(document), sums)
  }

  function withWritten(own: CodeAnalysis, document: Document): CodeAnalysis {
    if (!document.written) return own
    const all = [own, ...analyseWritten(document, toolsFor(document.file), (id) => lowers.get(id))]
    return {
      ...own,
      sites: all.flatMap(({ sites }) => sites),
      findings: all.flatMap(({ findings }) => findings),
      problems: all.flatMap(({ problems }) => problems),
    }
  }

  /** A file of data that is no concern of ours: too long or not, it is not even parsed. */
  const tellsNothing = ({ language, text }: Document) =>
    languageOf(language)?.data === true && !mayHoldDocument(text, registry.sdks)

  /** Is it code that is read once, for its costs, and neither holds nor leads to any? Then it is not even parsed. */
  function isIdle({ file, language, notebook, text, version }: Document): boolean {
    const code = languageOf(language)
    const once = host.others?.mayBill !== undefined && version === 0 && !notebook
    return (
      once && code !== undefined && code.id !== 'yaml' && !text.includes(ignoring) && !program.mayCall(file, code.id)
    )
  }

  /** Of a text that is edited. The cells of a notebook come and go, so its places are no offsets that an edit moves. */
  function keptOf({ file, version, notebook }: Document): KeptCalls | undefined {
    if (version === 0 || notebook) return undefined
    const there = kept.get(file) ?? createKeptCalls()
    kept.set(file, there)
    return there
  }

  const toolsFor = (file: string) => ({
    ...host,
    prices: pricesFor(file),
    tokens: host.tokens(),
    settings: host.settings(file),
  })

  /** Of a module that is reached by import: as it was found, or found now. */
  function sitesOf(context: Context): readonly CostedSite[] {
    const document = context.link?.document
    if (!document) return []
    const there = open.get(document.file)?.result?.sites ?? elsewhere.get(context)
    if (there) return there
    const found = costedCalls(document, context, toolsFor(document.file))
    elsewhere.set(context, found)
    return found
  }

  async function prepare(file: string): Promise<void> {
    const document = open.get(file)?.document
    if (document && languageOf(document.language)) await data.load(document.text)
    const written = document?.written?.map((each) => each.document.language) ?? []
    for (const id of document ? [document.language, ...written] : []) await learn(id)
  }

  async function learn(id: string): Promise<void> {
    if (lowers.has(id) || engines.has(id)) return
    const language = languageOf(id)
    const format = formatOf(id)
    if (language) {
      lowers.set(id, await language.load())
      program.learned()
    } else if (format) engines.set(id, await format.load())
  }

  function analyse(file: string): Result {
    const entry = open.get(file)
    if (!entry) throw new Error(`${file} is not open`)
    if (engines.has(entry.document.language)) roots.draw(entry.document.language)
    if (entry.result) return entry.result
    entry.result = make(entry)
    program.rest(file)
    return entry.result
  }

  function make({ document, problem }: Open): Result {
    const { file, version } = document
    const { ignored, currency } = host.settings(file)
    const empty: Result = {
      file,
      version,
      sites: [],
      findings: [],
      problems: problem ? [problem] : [],
      approximate: false,
      ...(currency ? { currency } : {}),
    }
    if (tellsNothing(document)) return { ...empty, problems: [] }
    if (problem || ignored) return empty
    if (isIdle(document)) return { ...empty, functions: [] }
    const code = codeAnalysis(document)
    if (code) return { ...empty, ...withWritten(code, document) }
    return formatOf(document.language) ? { ...empty, ...roots.result(document) } : empty
  }

  return {
    open(file, text, version = 0) {
      const made = read(file, text, version)
      if (made) add(made.document, made.problem)
      return made !== undefined
    },
    openDocument: (document) => add(document, undefined),
    close(file) {
      const entry = open.get(file)
      open.delete(file)
      if (!entry) return
      edited.delete(`${entry.document.language} ${file}`)
      kept.delete(file)
      if (isCode(entry.document) && host.others?.text(file) === entry.document.text) program.left(file)
      else changed(entry.document)
    },
    document: (file) => open.get(file)?.document,
    prepare,
    async settled(file) {
      await prepare(file)
      const result = analyse(file)
      if (!data.wanting()) return result
      await data.load()
      program.forget()
      drop(file)
      kept.delete(file)
      return analyse(file)
    },
    analyse,
    dependents(file) {
      const entry = open.get(file)
      if (entry && languageOf(entry.document.language)) return altered.get(file) ?? []
      if (!entry || !formatOf(entry.document.language)) return []
      return roots.together(entry.document).filter((other) => other !== file)
    },
    rootSites(file) {
      const entry = open.get(file)
      return entry && engines.has(entry.document.language) ? roots.sites(entry.document) : undefined
    },
    wanted: () => roots.wanted(),
    files: () => [...open.keys()],
    touched(file) {
      const files = [...program.changed(file), ...roots.touched(file)]
      for (const each of files) {
        drop(each)
        kept.delete(each)
      }
      return files.filter((each) => each !== file || open.has(file))
    },
    bench(file) {
      const document = open.get(file)?.document
      if (!document) return undefined
      const language = languageOf(document.language)
      const module = language && lowers.has(language.id) ? program.context(file)?.module : undefined
      return {
        tools: toolsFor(file),
        document,
        other: (name) => open.get(name)?.document,
        ...(language && module ? { code: { module, named: language.named } } : {}),
      }
    },
    rest(file) {
      const entry = open.get(file)
      if (!entry || entry.document.version > 0) return
      if (isCode(entry.document)) {
        if (!program.isImported(file)) drop(file)
      } else if (formatOf(entry.document.language)) for (const each of roots.rest(entry.document)) drop(each)
    },
    lighten() {
      for (const document of roots.lighten()) {
        const entry = open.get(document.file)
        if (entry) open.set(document.file, { ...entry, document })
      }
    },
    refresh() {
      roots.clear()
      kept.clear()
      elsewhere = new WeakMap()
      sums = new WeakMap()
      for (const entry of open.values()) entry.result = undefined
    },
  }
}
