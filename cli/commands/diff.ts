import { createConfigs } from '../../core/config/configs.ts'
import type { Read } from '../../core/config/find.ts'
import { diffDocument, diffMarkdown, diffText, type Side } from '../../core/report/diff.ts'
import { printJson } from '../../core/report/json.ts'
import type { Engine } from '../engine.ts'
import type { diffFormats } from '../formats.ts'
import { commitOf, commitTree, renamesBetween, repositoryOf } from '../git.ts'
import { configSentences, type Exit, type Out } from '../output.ts'
import { scan } from '../scan.ts'
import { diskTree, readText, type Tree } from '../tree.ts'
import { version } from '../version.ts'
import { givePlaceForFiles } from '../young-room.ts'

export interface DiffCommand {
  readonly cwd: string
  readonly base: string
  /** Left out: the working tree. */
  readonly head?: string
  readonly format: (typeof diffFormats)[number]
}

type Refused = { readonly error: string }

export async function runDiff(command: DiffCommand, engine: Engine, out: Out): Promise<Exit> {
  const repository = repositoryOf(command.cwd)
  if ('error' in repository) return refuse(repository, out)
  const { root } = repository
  const base = commitOf(root, command.base)
  if ('error' in base) return refuse(base, out)
  const head = command.head === undefined ? undefined : commitOf(root, command.head)
  if (head && 'error' in head) return refuse(head, out)

  const before = await sideOf(command.base, commitTree(root, base.commit), engine, out)
  if ('error' in before) return refuse(before, out)
  const after = await sideOf(
    command.head ?? 'working tree',
    head ? commitTree(root, head.commit) : diskTree(root),
    engine,
    out,
  )
  if ('error' in after) return refuse(after, out)
  out.progress('')

  const document = diffDocument(before, after, renamesBetween(root, base.commit, head?.commit))
  out.print(
    command.format === 'json'
      ? printJson(document)
      : command.format === 'markdown'
        ? diffMarkdown(document)
        : diffText(document),
  )
  for (const { file, message } of document.problems) out.tell(`${file}: ${message}`)
  return 0
}

function refuse({ error }: Refused, out: Out): Exit {
  out.tell(error)
  return 2
}

async function sideOf(name: string, tree: Tree | Refused, engine: Engine, out: Out): Promise<Side | Refused> {
  if ('error' in tree) return tree
  const configs = createConfigs(configReader(tree), engine.registry.rules, {
    env: (name) => process.env[name],
    resources: engine.registry.resources,
  })
  const progress = (text: string) => out.progress(`${name}: ${text}`)
  const { session, results, problems, configErrors } = await scan({
    tree,
    folders: [''],
    files: [],
    configs,
    engine,
    progress,
    analysing: givePlaceForFiles,
  })
  if (configErrors.length > 0)
    return {
      error: configSentences(configErrors, configReader(tree))
        .map((each) => `${name}: ${each}`)
        .join('\n'),
    }
  const document = (file: string) => session.document(file)
  return { name, scan: { version, root: tree.root, pricesAsOf: engine.prices.asOf, results, problems, document } }
}

/** A config or price sheet of that side; what is outside the repository, or in node_modules, is as it is on disk. */
function configReader(tree: Tree): Read {
  const prefix = `${tree.root}/`
  return (path) => {
    if (!path.startsWith(prefix) || path.includes('/node_modules/')) return readText(path)
    const bytes = tree.read(path.slice(prefix.length), 1e7)
    return 'problem' in bytes ? undefined : bytes.toString('utf8')
  }
}
