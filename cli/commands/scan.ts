import { statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { createConfigs } from '../../core/config/configs.ts'
import { whatIf } from '../../core/prices/what-if.ts'
import { printJson, type Scan, scanDocument } from '../../core/report/json.ts'
import { scanMarkdown } from '../../core/report/markdown.ts'
import { scanSarif } from '../../core/report/sarif.ts'
import type { ScanDocument } from '../../core/report/schema.ts'
import { scanText } from '../../core/report/text.ts'
import { suppressionRule } from '../../core/suppress.ts'
import type { Severity } from '../../core/types.ts'
import type { Engine } from '../engine.ts'
import { applySafeFixes } from '../fix.ts'
import type { scanFormats } from '../formats.ts'
import { atLeast, configSentences, type Exit, type Out } from '../output.ts'
import { type Scanned, scan } from '../scan.ts'
import { diskTree, readText, slashed, type Tree } from '../tree.ts'
import { version } from '../version.ts'
import { givePlaceForFiles } from '../young-room.ts'

export interface ScanCommand {
  readonly cwd: string
  readonly paths: readonly string[]
  readonly format: (typeof scanFormats)[number]
  readonly fix: boolean
  readonly showSuppressed: boolean
  /** Say what resources would cost if they were paid for by the year, or with one's own licences. */
  readonly whatIf?: boolean
  /** `never`: exit 0 whatever is found. */
  readonly failOn: Severity | 'never'
  readonly config?: string
  /** As given: relative to the working directory. */
  readonly varFile?: readonly string[]
  readonly workspace?: string
  readonly plan?: string
  readonly freeTiers?: boolean
}

interface Targets {
  readonly root: string
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** What a scan reads with; a cache notes what that is. */
export interface Reading {
  readonly tree: Tree
  /** By absolute path: configs, and what they name. */
  read(path: string): string | undefined
  env(name: string): string | undefined
}

const fromDisk = (root: string): Reading => ({
  tree: diskTree(root),
  read: readText,
  env: (name) => process.env[name],
})

export async function runScan(
  command: ScanCommand,
  engine: Engine,
  out: Out,
  readingIn: (root: string) => Reading = fromDisk,
): Promise<Exit> {
  const targets = targetsOf(command)
  if ('error' in targets) return refuse(targets.error, out)
  const { tree, read, env } = readingIn(targets.root)
  const only = command.config === undefined ? undefined : slashed(resolve(command.cwd, command.config))
  if (only !== undefined && read(only) === undefined) return refuse(`There is no config ${command.config}.`, out)

  const given = command.varFile ?? []
  const missing = given.find((name) => kindOf(resolve(command.cwd, name)) !== 'file')
  if (missing !== undefined) return refuse(`There is no variable file ${missing}.`, out)
  const varFiles = given.map((name) => slashed(relative(targets.root, resolve(command.cwd, name))))

  if (command.plan !== undefined && kindOf(resolve(command.cwd, command.plan)) !== 'file')
    return refuse(`There is no plan ${command.plan}.`, out)
  const plan =
    command.plan === undefined ? {} : { plan: slashed(relative(targets.root, resolve(command.cwd, command.plan))) }

  const configs = createConfigs(read, engine.registry.rules, {
    env,
    resources: engine.registry.resources,
    ...(only === undefined ? {} : { only }),
  })
  const { workspace, freeTiers } = command
  const scanned = await scan({
    ...targets,
    tree,
    configs,
    engine,
    varFiles,
    ...plan,
    ...(workspace === undefined ? {} : { workspace }),
    ...(freeTiers === undefined ? {} : { freeTiers }),
    progress: out.progress,
    analysing: givePlaceForFiles,
  })
  out.progress('')
  if (scanned.configErrors.length > 0) return refuse(configSentences(scanned.configErrors).join('\n'), out)

  const document = scanDocument(await settle(command, targets.root, scanned, engine), {
    showSuppressed: command.showSuppressed,
    ...(command.whatIf ? { whatIf: (costed) => whatIf(costed, engine.prices) } : {}),
  })
  out.print(render(document, command.format, engine, out, scanned.currency))
  if (command.format !== 'text') for (const { file, message } of document.problems) out.tell(`${file}: ${message}`)
  const { failOn } = command
  return failOn !== 'never' && document.findings.some((f) => !f.suppressed && atLeast(f.severity, failOn)) ? 1 : 0
}

function refuse(why: string, out: Out): Exit {
  out.tell(why)
  return 2
}

/** The one scanned folder is the root; with several paths, or files, it is the working directory. */
function targetsOf({ cwd, paths }: ScanCommand): Targets | { readonly error: string } {
  const absolute = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path))
  const kinds = absolute.map(kindOf)
  const missing = kinds.indexOf(undefined)
  if (missing >= 0) return { error: `There is no file or folder ${paths[missing] ?? '.'}.` }
  const root = absolute.length === 1 && kinds[0] === 'folder' ? absolute[0]! : resolve(cwd)
  const inside = (kind: string) =>
    absolute.filter((_, i) => kinds[i] === kind).map((path) => slashed(relative(root, path)))
  return { root, folders: inside('folder'), files: inside('file') }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && (found.isDirectory() ? 'folder' : 'file')
}

async function settle({ fix }: ScanCommand, root: string, scanned: Scanned, engine: Engine): Promise<Scan> {
  const { session } = scanned
  const problems = [...scanned.problems]
  const after = fix
    ? await applySafeFixes({ root, session, texts: scanned.texts }, scanned.results, problems)
    : { results: scanned.results }
  return {
    version,
    root: slashed(root),
    pricesAsOf: engine.prices.asOf,
    problems,
    document: (file) => session.document(file),
    ...after,
  }
}

function render(
  document: ScanDocument,
  format: ScanCommand['format'],
  engine: Engine,
  out: Out,
  currency: Scanned['currency'],
): string {
  switch (format) {
    case 'json':
      return printJson(document)
    case 'sarif':
      return printJson(scanSarif(document, [...engine.registry.rules, suppressionRule]))
    case 'markdown':
      return scanMarkdown(document, currency)
    case 'text':
      return scanText(document, { width: out.width, colour: out.colour, currency })
  }
}
