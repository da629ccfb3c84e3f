import { isUtf8 } from 'node:buffer'
import { getHeapStatistics } from 'node:v8'
import { createScriptPaths, type ScriptPaths } from '../core/analyse/script-paths.ts'
import type { Configs, ResolvedConfig } from '../core/config/configs.ts'
import { configName } from '../core/config/name.ts'
import type { ConfigError } from '../core/config/parse.ts'
import { fileDocument } from '../core/document.ts'
import { folderOf, relativePath } from '../core/path.ts'
import { isSnapshotDamage } from '../core/prices/damage.ts'
import { pricesPerFile } from '../core/prices/user/per-file.ts'
import type { Currency } from '../core/prices/user/prices.ts'
import { withProjectBudget } from '../core/rules/project-budget.ts'
import type { Session } from '../core/session.ts'
import { noSettings, type Settings } from '../core/settings.ts'
import type { TokenCounter } from '../core/tokens/counter.ts'
import { estimator } from '../core/tokens/estimator.ts'
import type { Problem, Result } from '../core/types.ts'
import type { Engine } from './engine.ts'
import { type FirstPass, firstPass } from './first-pass.ts'
import { followed } from './followed.ts'
import { type Candidate, importersOf, withTargets } from './importers.ts'
import { othersOf } from './others.ts'
import { plansOf } from './plans.ts'
import type { Tree } from './tree.ts'
import { usersIn } from './users.ts'
import { walk } from './walk.ts'

export interface ScanRequest {
  readonly tree: Tree
  /** Folders to walk and files to read, relative to the tree's root. A file is read even where it is ignored. */
  readonly folders: readonly string[]
  readonly files: readonly string[]
  readonly configs: Configs
  readonly engine: Engine
  /** Variable files, relative to the tree's root, and the workspace: for every Terraform root, over what the config says. */
  readonly varFiles?: readonly string[]
  readonly workspace?: string
  /** What `terraform show -json` printed, relative to the tree's root: for the root in its folder, or in the tree's own. */
  readonly plan?: string
  /** Whether free tiers are taken off, whatever the config says. */
  readonly freeTiers?: boolean
  progress(text: string): void
  /** Told how many files are analysed, before the first one is. */
  analysing?(files: number): void
}

export interface Scanned {
  readonly session: Session
  readonly results: readonly Result[]
  /** What kept a file from being read. */
  readonly problems: readonly Problem[]
  readonly configErrors: readonly ConfigError[]
  /** Each opened file as it was read. */
  readonly texts: ReadonlyMap<string, string>
  /** Shown beside USD, by the config of the root. */
  readonly currency: Currency | undefined
}

/** Two passes: bytes first, then only the files that can hold a cost are opened, parsed and priced. */
export async function scan(request: ScanRequest): Promise<Scanned> {
  const { tree, engine, configs } = request
  const pass = firstPass(engine.registry)
  const absolute = (file: string) => (tree.root.endsWith('/') ? tree.root : `${tree.root}/`) + file
  const configErrors = new Map<string, readonly ConfigError[]>()
  const resolve = (file: string): ResolvedConfig => {
    const resolved = configs.resolve(absolute(file))
    if (resolved.config !== undefined) configErrors.set(resolved.config, resolved.errors)
    return resolved
  }

  const { varFiles, workspace, plan, freeTiers } = request
  let plannedFolder: string | undefined
  /** Files that were not asked for and belong to a module that is called. */
  const called = new Set<string>()
  const settingsOf = (file: string): Settings => {
    const own = resolve(file).settings ?? noSettings
    const ruled = called.has(file) ? { ...own, rules: noRules } : own
    const settings = freeTiers === undefined ? ruled : { ...ruled, freeTiers }
    const isPlanned = plan !== undefined && folderOf(file) === plannedFolder
    if (!varFiles?.length && workspace === undefined && !isPlanned) return settings
    const given = varFiles?.map((name) => relativePath(folderOf(file), name))
    const chosen = { varFiles: given ?? settings.terraform?.varFiles ?? [] }
    const named = workspace ?? settings.terraform?.workspace
    const planned = isPlanned ? relativePath(folderOf(file), plan) : settings.terraform?.plan
    return {
      ...settings,
      terraform: {
        ...chosen,
        ...(named === undefined ? {} : { workspace: named }),
        ...(planned === undefined ? {} : { plan: planned }),
      },
    }
  }

  const noRules = new Map(engine.registry.rules.map(({ id }) => [id, { severity: 'off', options: {} } as const]))
  const { files, problems } = list(request, pass)
  resolve(configName)
  for (const file of files) if (file.endsWith(configName)) resolve(file)
  const sources = files.filter((file) => pass.reads(file))
  plannedFolder = plan === undefined ? undefined : rootOfPlan(plan, sources)
  tree.announce?.(sources)
  const isIgnored = (file: string) => resolve(file).settings?.ignored === true
  const others = othersOf(tree, pass)
  const { texts, imports, reached } = read(sources, request, pass, problems, isIgnored, createScriptPaths(others))
  const plans = new Map<string, string>()
  const textOf = (file: string) => texts.get(file) ?? plans.get(file) ?? others.text(file)
  const users = usersIn(imports, texts, textOf, engine.registry.sdks)

  let counter: TokenCounter = estimator
  const session = engine.createSession({
    registry: engine.registry,
    prices: engine.prices,
    tokens: () => counter,
    settings: settingsOf,
    others: { ...others, text: textOf, users, mayBill: (file) => reached.get(file) ?? true, room: room() },
    pricesFor: pricesPerFile(engine.prices, settingsOf, (message) => problems.push({ file: configName, message })),
  })
  for (const [file, text] of texts) session.open(file, text)
  for (const [file, { text, isOfRoot }] of plansOf(request, [...texts.keys()], settingsOf, problems)) {
    plans.set(file, text)
    if (!isOfRoot) continue
    texts.set(file, text)
    session.openDocument(fileDocument(file, 'terraform', text))
  }
  for (const [file, text] of await openModules(session, tree, pass, texts)) {
    called.add(file)
    texts.set(file, text)
  }
  // Only code has texts to count: a scan of infrastructure alone is done before the tokenizer is there.
  if ([...texts.keys()].some((file) => !pass.together(file) && !plans.has(file))) counter = await engine.tokens()
  request.analysing?.(texts.size)
  const found = await analyse([...texts.keys()], session, problems, request.progress)
  const results = await followed(found, {
    users,
    analyse: (list) => analyse(list, session, problems, request.progress),
    isOpen: (file) => texts.has(file),
    textOf,
    open(file) {
      const text = textOf(file)
      if (text === undefined) return
      texts.set(file, text)
      session.open(file, text)
    },
  })
  const settings = settingsOf(configName)
  return {
    session,
    results: withProjectBudget(results, settings, session.document, engine.registry.rules),
    problems,
    configErrors: [...configErrors.values()].flat(),
    texts,
    currency: settings.currency,
  }
}

function list({ tree, folders, files }: ScanRequest, pass: FirstPass): { files: string[]; problems: Problem[] } {
  const walked = folders.map((folder) => walk(tree, folder, (name) => name === configName || pass.reads(name)))
  const refused = files
    .filter((file) => !pass.reads(file))
    .map((file): Problem => ({ file, message: 'Outlay does not read files of this type.' }))
  return {
    files: [...new Set([...walked.flatMap((w) => w.files), ...files])],
    problems: [...refused, ...walked.flatMap((w) => w.problems)],
  }
}

/** Where the files stand that a plan is of: beside it, else in the scanned folder; where there are none, the plan stands alone. */
function rootOfPlan(plan: string, sources: readonly string[]): string {
  const isThere = (folder: string) =>
    sources.some((file) => /\.(tf|tofu)(\.json)?$/.test(file) && folderOf(file) === folder)
  return [folderOf(plan), ''].find(isThere) ?? folderOf(plan)
}

/** Opens the folders of the modules that are called, wherever they are: what they make is part of what was asked for. */
async function openModules(
  session: Session,
  tree: Tree,
  pass: FirstPass,
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const opened = new Map<string, string>()
  const looked = new Set<string>()
  const first = [...texts.keys()].find((file) => pass.together(file))
  if (first === undefined) return opened
  await session.prepare(first)
  for (let wanted = session.wanted(); wanted.length > 0; ) {
    for (const folder of wanted) {
      looked.add(folder)
      for (const [file, text] of filesOf(folder, tree, pass)) {
        if (texts.has(file)) continue
        opened.set(file, text)
        session.open(file, text)
      }
    }
    wanted = session.wanted().filter((folder) => !looked.has(folder))
  }
  return opened
}

function filesOf(folder: string, tree: Tree, pass: FirstPass): readonly (readonly [string, string])[] {
  return (tree.list(folder) ?? []).flatMap(({ name, kind }) => {
    const file = folder === '' ? name : `${folder}/${name}`
    const bytes = kind === 'file' && pass.together(name) ? tree.read(file, pass.limit(file)) : undefined
    return bytes === undefined || 'problem' in bytes ? [] : [[file, bytes.toString('utf8')] as const]
  })
}

interface Read {
  readonly texts: Map<string, string>
  /** Of each file with code, whether a client of an SDK may come to it: it names one, or imports a file that does, or one that imports it. */
  readonly reached: ReadonlyMap<string, boolean>
  /** What each file of code imports. */
  readonly imports: ReadonlyMap<string, Candidate>
}

/** The texts of all hits, and of the files that are evaluated together with one. */
function read(
  files: readonly string[],
  { tree, progress }: ScanRequest,
  pass: FirstPass,
  problems: Problem[],
  isIgnored: (file: string) => boolean,
  paths: ScriptPaths,
): Read {
  const texts = new Map<string, string>()
  const siblings = new Map<string, string[]>()
  const hitFolders = new Set<string>()
  const maybes = new Map<string, Pick<Candidate, 'asks' | 'defines'>>()
  /** What may make a client for another file, with the functions it defines. */
  const sources = new Map<string, ReadonlySet<string>>()
  const imports = new Map<string, Candidate>()
  const take = (file: string, bytes: Buffer) => {
    if (!isUtf8(bytes))
      problems.push({ file, message: 'This file is not UTF-8: texts with other letters are read wrong.' })
    texts.set(file, bytes.toString('utf8'))
  }
  for (const [i, file] of files.entries()) {
    if (i % 500 === 0) progress(`Reading ${i} of ${files.length} files`)
    const bytes = tree.read(file, pass.limit(file))
    const isData = pass.isData(file)
    const seen = !('problem' in bytes) ? pass.look(file, bytes) : isData ? 'nothing' : bytes
    const folder = folderOf(file)
    if (pass.together(file) && typeof seen === 'string') siblings.set(folder, [...(siblings.get(folder) ?? []), file])
    if (typeof seen === 'string' && !pass.together(file) && !isData && !isIgnored(file))
      imports.set(file, { imports: pass.imports(file, bytes as Buffer) })
    if (seen === 'nothing' || isIgnored(file)) continue
    if (typeof seen === 'string' && seen !== 'calls' && !pass.together(file) && !isData)
      sources.set(file, pass.defined(file, bytes as Buffer))
    if ((seen === 'calls' || seen === 'both') && !pass.together(file))
      maybes.set(file, pass.asked(file, bytes as Buffer))
    if (typeof seen !== 'string') problems.push({ file, message: seen.problem })
    else if (seen !== 'hit') continue
    else if (pass.together(file)) hitFolders.add(folder)
    else take(file, bytes as Buffer)
  }
  // Only now: what is read for it takes the place of the bytes that were read before.
  for (const [file, found] of imports) imports.set(file, { imports: withTargets(file, found.imports, paths) })
  // What neither names an SDK nor calls one may hand on what it imports.
  const candidates = new Map([...imports].map(([file, found]) => [file, { ...found, ...maybes.get(file) }]))
  for (const file of importersOf(sources, candidates)) {
    if (!maybes.has(file)) continue
    const bytes = tree.read(file, pass.limit(file))
    if (!('problem' in bytes)) take(file, bytes)
  }
  for (const file of [...hitFolders].flatMap((folder) => siblings.get(folder)!)) {
    const bytes = isIgnored(file) ? undefined : tree.read(file, pass.limit(file))
    if (bytes === undefined) continue
    if ('problem' in bytes) problems.push({ file, message: bytes.problem })
    else take(file, bytes)
  }
  return { texts, imports, reached: reachedBy([...sources.keys()], imports) }
}

/** Of the memory there is, less than half: a unit of source and the values beside it take some forty-five bytes. */
const room = (): number => Math.min(20_000_000, getHeapStatistics().heap_size_limit / 100)

function reachedBy(sources: readonly string[], imports: ReadonlyMap<string, Candidate>): ReadonlyMap<string, boolean> {
  const named = new Map(sources.map((file) => [file, new Set<string>()]))
  const reached = new Set([...sources, ...importersOf(named, imports)])
  return new Map([...imports.keys()].map((file) => [file, reached.has(file)]))
}

/** A crash in one file is that file's problem. */
export async function analyse(
  files: readonly string[],
  session: Session,
  problems: Problem[],
  progress: (text: string) => void = () => undefined,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [i, file] of files.entries()) {
    if (i % 50 === 0) progress(`Analysing ${i} of ${files.length} files`)
    try {
      results.push(await session.settled(file))
    } catch (error) {
      // no file's fault, and every other one would fail the same
      if (isSnapshotDamage(error)) throw error
      const says = error instanceof Error ? error.message : String(error)
      problems.push({
        file,
        message: `Outlay failed on this file, which is a bug in Outlay: ${says}. The other files are not affected.`,
      })
    }
  }
  return results
}
