import type { Document } from '../document.ts'
import type { FormatEngine } from '../format.ts'
import { folderOf } from '../path.ts'
import type { CostedSite, Result } from '../types.ts'
import { createKeptResources, type KeptResources, keepsNothing } from './kept-resources.ts'
import { analyseRoot, asksFor, distinct, fileResult, type RootAnalysis, type RootTools } from './root.ts'

export interface RootsHost {
  /** Those whose engine is loaded. */
  formats(): readonly string[]
  /** Documents of a format that are open and can be read. */
  open(format: string): readonly Document[]
  engine(format: string): FormatEngine | undefined
  /** Asked for at every analysis: prices, settings and the tokenizer may be others by now. */
  tools(): Omit<RootTools, 'documentsIn'>
  /** Which folders are roots is not what it was: no result of the format holds. */
  redrawn(format: string): void
}

/** Which folders are roots, and what was found of each. A folder that another one calls is a module: it is read with its callers. */
export interface Roots {
  result(document: Document): Pick<Result, 'sites' | 'findings' | 'modules' | 'problems'>
  /** Every site of the roots a document is read with. */
  sites(document: Document): readonly CostedSite[]
  /** Forgets what rests on this document. Returns the files whose results that alters. */
  changed(document: Document): readonly string[]
  /** Files that are read together with this one, as of the last result. */
  together(document: Document): readonly string[]
  /** Forgets what rests on a file that is not open. Returns the files whose results that alters. */
  touched(file: string): readonly string[]
  /** Folders that are called and none of whose files is open. */
  wanted(): readonly string[]
  /** Finds out which folders are roots, where that is not known: what is found anew is `redrawn`. */
  draw(format: string): void
  /** Where many roots are held, all those are let go of that nobody edits. Returns the files whose results rest on them. */
  rest(document: Document): readonly string[]
  /** Puts each document of a folder that nobody edits, and whose analysis is not held, anew, so that what was read of it can go. Returns those. */
  lighten(): readonly Document[]
  clear(): void
}

/** Roots whose analyses are held: one takes some hundred kilobytes. */
const manyHeld = 20

/** Of one format: the documents by folder, and who calls each folder. */
interface Graph {
  /** What is evaluated asks here later on: it is altered in place. */
  readonly documents: Map<string, readonly Document[]>
  readonly callers: ReadonlyMap<string, readonly string[]>
  readonly edges: string
}

/** What a folder calls, by its documents alone. */
interface Called {
  readonly by: readonly Document[]
  readonly folders: readonly string[]
}

export function createRoots(host: RootsHost): Roots {
  const analyses = new Map<string, RootAnalysis>()
  const graphs = new Map<string, Graph>()
  const kept = new Map<string, KeptResources>()
  const edges = new Map<string, string>()
  /** Formats whose roots were others when somebody last asked what is read together. */
  const redrawn = new Set<string>()

  /** What the graphs read beside the documents, so that an edit reads nothing. */
  const manifests = new Map<string, string | undefined>()
  function manifest(file: string): string | undefined {
    if (!manifests.has(file)) manifests.set(file, host.tools().files?.text(file))
    return manifests.get(file)
  }

  /** By format and folder: to know who calls whom, what nobody has altered is not read again. */
  const called = new Map<string, Called>()
  function calledBy(format: string, folder: string, by: readonly Document[]): readonly string[] {
    const there = called.get(`${format}:${folder}`)
    if (there?.by.length === by.length && by.every((document, i) => document === there.by[i])) return there.folders
    const folders = host.engine(format)?.called?.(by, manifest) ?? []
    called.set(`${format}:${folder}`, { by, folders })
    return folders
  }

  function graphOf(format: string): Graph {
    const before = graphs.get(format)
    if (before) return before
    const made = draw(host.open(format), (folder, documents) => calledBy(format, folder, documents))
    graphs.set(format, made)
    if (edges.get(format) === made.edges) return made
    edges.set(format, made.edges)
    analyses.clear()
    redrawn.add(format)
    host.redrawn(format)
    return made
  }

  function analysisOf(format: string, folder: string): RootAnalysis {
    const key = `${format}:${folder}`
    const before = analyses.get(key)
    if (before) return before
    const engine = host.engine(format)
    if (!engine) throw new Error(`${folder} was analysed before it was prepared`)
    const { documents } = graphOf(format)
    const documentsIn = (other: string) => documents.get(other) ?? []
    const all = host.open(format)
    // What is read once leaves nothing behind.
    const isEdited = all.some(({ version }) => version > 0)
    const own = isEdited ? (kept.get(key) ?? createKeptResources()) : keepsNothing
    if (isEdited) kept.set(key, own)
    const made = analyseRoot(
      documentsIn(folder),
      engine,
      { ...host.tools(), documentsIn },
      {
        kept: own,
        read: all,
      },
    )
    analyses.set(key, made)
    return made
  }

  const analysesOf = ({ language, file }: Document) =>
    rootsAbove(folderOf(file), graphOf(language).callers).map((root) => analysisOf(language, root))

  return {
    result(document) {
      const roots = analysesOf(document)
      const { documents } = graphOf(document.language)
      return fileResult(document, roots, { ...host.tools(), documentsIn: (folder) => documents.get(folder) ?? [] })
    },
    sites(document) {
      const [only, ...others] = analysesOf(document)
      if (only === undefined) return []
      return others.length === 0 ? only.sites : distinct([only, ...others].flatMap(({ sites }) => sites))
    },
    changed(document) {
      graphs.delete(document.language)
      manifests.delete(document.file)
      const folder = folderOf(document.file)
      const read = new Set<string>()
      for (const [key, analysis] of analyses) {
        if (!analysis.folders.has(folder)) continue
        for (const each of analysis.folders) read.add(each)
        analyses.delete(key)
      }
      if (read.size === 0) return [document.file]
      return host.open(document.language).flatMap(({ file }) => (read.has(folderOf(file)) ? [file] : []))
    },
    touched(file) {
      const isManifest = manifests.delete(file)
      if (isManifest) {
        graphs.clear()
        called.clear()
      }
      const read = new Set<string>()
      // What a file says is nothing that an edit reaches or does not.
      for (const key of kept.keys()) {
        const analysis = analyses.get(key)
        if (isManifest || analysis === undefined || asksFor(analysis, file)) kept.delete(key)
      }
      for (const [key, analysis] of analyses) {
        if (!asksFor(analysis, file) && !isManifest) continue
        for (const each of analysis.folders) read.add(each)
        analyses.delete(key)
      }
      return host
        .formats()
        .flatMap((format) =>
          host.open(format).flatMap((document) => (read.has(folderOf(document.file)) ? [document.file] : [])),
        )
    },
    together(document) {
      const folders = new Set(analysesOf(document).flatMap((analysis) => [...analysis.folders]))
      const all = redrawn.delete(document.language)
      return host.open(document.language).flatMap(({ file }) => (all || folders.has(folderOf(file)) ? [file] : []))
    },
    wanted() {
      return host.formats().flatMap((format) => {
        const { documents, callers } = graphOf(format)
        return [...callers.keys()].filter((folder) => !documents.has(folder))
      })
    },
    draw: (format) => void graphOf(format),
    rest({ language }) {
      if (analyses.size <= manyHeld) return []
      const all = host.open(language)
      const edited = new Set(all.flatMap(({ file, version }) => (version > 0 ? [folderOf(file)] : [])))
      const gone = new Set<string>()
      for (const [key, { folders }] of analyses) {
        if (!key.startsWith(`${language}:`) || [...folders].some((folder) => edited.has(folder))) continue
        for (const each of folders) gone.add(each)
        analyses.delete(key)
        kept.delete(key)
      }
      return all.flatMap(({ file }) => (gone.has(folderOf(file)) ? [file] : []))
    },
    lighten() {
      const held = new Set([...analyses.values()].flatMap(({ folders }) => [...folders]))
      const renewed: Document[] = []
      for (const [format, { documents }] of graphs) {
        for (const [folder, own] of documents) {
          if (held.has(folder) || own.some(({ version }) => version > 0)) continue
          const by = own.map((document) => ({ ...document }))
          documents.set(folder, by)
          called.set(`${format}:${folder}`, { by, folders: calledBy(format, folder, own) })
          renewed.push(...by)
        }
      }
      return renewed
    },
    clear() {
      analyses.clear()
      kept.clear()
      manifests.clear()
      graphs.clear()
      called.clear()
    },
  }
}

function draw(
  open: readonly Document[],
  calledBy: (folder: string, documents: readonly Document[]) => readonly string[],
): Graph {
  const documents = new Map<string, readonly Document[]>()
  for (const document of open) {
    const folder = folderOf(document.file)
    documents.set(folder, [...(documents.get(folder) ?? []), document])
  }
  const callers = new Map<string, string[]>()
  for (const [folder, own] of documents) {
    for (const called of calledBy(folder, own)) callers.set(called, [...(callers.get(called) ?? []), folder])
  }
  const edges = JSON.stringify([[...documents.keys()].sort(), [...callers].sort()])
  return { documents, callers, edges }
}

/** The folders that lead to this one and that nobody calls. Of folders that only call each other, the first by name. */
function rootsAbove(folder: string, callers: Graph['callers']): readonly string[] {
  const seen = new Set([folder])
  for (const each of seen) for (const caller of callers.get(each) ?? []) seen.add(caller)
  const roots = [...seen].filter((each) => (callers.get(each) ?? []).length === 0)
  return (roots.length > 0 ? roots : [...seen].sort().slice(0, 1)).sort()
}
