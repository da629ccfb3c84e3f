import { locate } from '../../../core/document.ts'
import type { FormatEngine } from '../../../core/format.ts'
import { folderOf } from '../../../core/path.ts'
import type { Problem } from '../../../core/types.ts'
import { blocksOf, callsOf } from './blocks.ts'
import { calledFolders } from './called.ts'
import { declarationsOf } from './declarations.ts'
import { rootModule, type World } from './module.ts'
import { planBlocks } from './plan/blocks.ts'
import { loadedByItself } from './variable-files.ts'

/** Evaluates a root with the modules it calls: every `resource` is a `Block`. */
export const engine: FormatEngine = {
  evaluate(documents, options) {
    const folder = folderOf(documents[0]?.file ?? '')
    const world: World = { folder, options, problems: new Map(), folders: new Set(), depth: 0, modules: 0 }
    const root = rootModule(documents, world)
    const blocks = blocksOf(root)
    const used = [...loadedByItself(documents), ...(options.varFiles ?? [])].map(({ file }) => file)
    const evaluation = {
      blocks,
      calls: callsOf(root),
      problems: [
        ...[...world.folders].flatMap((each) => problemsIn(each, documents, world)),
        ...world.problems.values(),
      ],
      folders: [...world.folders],
      input: { root: folder, varFiles: [...new Set(used)], workspace: options.workspace, plan: options.plan?.file },
    }
    return options.plan ? planBlocks(options.plan, evaluation, documents, options) : evaluation
  },
  called: calledFolders,
}

/** What kept a part of the files of a folder from being read. */
function problemsIn(folder: string, own: Parameters<FormatEngine['evaluate']>[0], world: World): readonly Problem[] {
  const documents = folder === world.folder ? own : (world.options.documentsIn?.(folder) ?? [])
  return declarationsOf(documents).files.flatMap(({ document, node }) =>
    node.problems.map(({ message, span }) => ({ file: document.file, location: locate(document, span), message })),
  )
}
