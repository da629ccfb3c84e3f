import { type Document, locate } from '../../../core/document.ts'
import type { Block, Evaluation, FormatEngine, FormatOptions } from '../../../core/format.ts'
import { folderOf } from '../../../core/path.ts'
import type { Problem } from '../../../core/types.ts'
import { blockPlaces, callsOf, madeOf, modulesOf } from './blocks.ts'
import { calledFolders } from './called.ts'
import { declarationsOf } from './declarations.ts'
import type { HclProblem } from './hcl/ast.ts'
import { readConfiguration } from './hcl/read.ts'
import { rootModule, type World } from './module.ts'
import { planBlocks } from './plan/blocks.ts'
import { outlineOf, reachOf } from './reach.ts'
import { evaluateUnit } from './terragrunt/evaluate.ts'
import { jsonUnitOf, stackOf, unitFileOf } from './terragrunt/files.ts'
import { loadedByItself } from './variable-files.ts'

/** Evaluates a root with the modules it calls: every `resource` is a `Block`. */
export const engine: FormatEngine = {
  evaluate(documents, options) {
    const unit = unitFileOf(documents)
    if (unit) return unitEvaluation(unit, documents, options)
    const folder = folderOf(documents[0]?.file ?? '')
    const world: World = { folder, options, problems: new Map(), folders: new Set(), depth: 0, modules: 0 }
    const root = rootModule(documents, world)
    let asked = new Set<string>()
    const modules = modulesOf(root)
    const places = blockPlaces(modules, { add: (type) => void asked.add(type) })
    const used = [...loadedByItself(documents), ...(options.varFiles ?? [])]
    const evaluation = {
      calls: callsOf(root),
      problems: [
        ...syntaxProblems([...world.folders], folder, documents, options),
        ...world.problems.values(),
        ...unreadProblems(documents),
      ],
      folders: [...world.folders],
      input: {
        root: folder,
        varFiles: [...new Set(used.map(({ file }) => file))],
        workspace: options.workspace,
        plan: options.plan?.file,
      },
    }
    if (options.plan) return planBlocks(options.plan, { ...evaluation, blocks: madeOf(places) }, documents, options)
    let blocks: readonly Block[] | undefined
    return {
      ...evaluation,
      get blocks() {
        blocks ??= madeOf(places)
        return blocks
      },
      places,
      outline: outlineOf(root, places, used),
      reached: (before, edit) => reachOf(root, modules, places, used, before, edit),
      asked() {
        const since = asked
        asked = new Set()
        return since
      },
    }
  },
  called: calledFolders,
}

function unitEvaluation(unit: Document, documents: readonly Document[], options: FormatOptions): Evaluation {
  const found = evaluateUnit(unit, options)
  const own = readConfiguration(unit).problems.map((each) => syntaxProblem(unit, each))
  const problems = [
    ...syntaxProblems(found.folders, folderOf(unit.file), documents, options),
    ...own,
    ...found.problems,
    ...unreadProblems(documents),
  ]
  const evaluation = { ...found, problems }
  return options.plan ? planBlocks(options.plan, evaluation, documents, options) : evaluation
}

/** What kept a part of the files of some folders from being read. */
function syntaxProblems(
  folders: readonly string[],
  own: string,
  documents: readonly Document[],
  options: FormatOptions,
): readonly Problem[] {
  return folders.flatMap((folder) =>
    declarationsOf(folder === own ? documents : (options.documentsIn?.(folder) ?? [])).files.flatMap(
      ({ document, node }) => node.problems.map((each) => syntaxProblem(document, each)),
    ),
  )
}

const syntaxProblem = (document: Document, { message, span }: HclProblem): Problem => ({
  file: document.file,
  location: locate(document, span),
  message,
})

/** What Terragrunt reads beside units in HCL, and Outlay does not. */
function unreadProblems(documents: readonly Document[]): readonly Problem[] {
  const tell = (document: Document | undefined, message: string): readonly Problem[] =>
    document ? [{ file: document.file, location: locate(document, [0, 0]), message }] : []
  return [
    ...tell(
      stackOf(documents),
      'The units of a Terragrunt stack are not read: they are counted once "terragrunt stack generate" has written them.',
    ),
    ...tell(
      jsonUnitOf(documents),
      'A Terragrunt unit that is written in JSON is not read: what it makes is not counted.',
    ),
  ]
}
