import { relative, resolve } from 'node:path'
import { createConfigs } from '../../core/config/configs.ts'
import { textOf } from '../../core/document.ts'
import { lineStarts, positionAt } from '../../core/lines.ts'
import { extensionOf, folderOf } from '../../core/path.ts'
import { besideOf } from '../../core/prices/beside.ts'
import { plain } from '../../core/report/amount.ts'
import { explanation } from '../../core/report/explanation.ts'
import type { CostedSite, Result } from '../../core/types.ts'
import type { Engine } from '../engine.ts'
import type { Exit, Out } from '../output.ts'
import { scan } from '../scan.ts'
import { diskTree, readText, slashed } from '../tree.ts'

/** `app.py:12`; undefined where it is no file and line. */
export function placeIn(text: string): { readonly file: string; readonly line: number } | undefined {
  const [, file, line] = /^(.+):(\d+)$/.exec(text) ?? []
  return file === undefined ? undefined : { file, line: Number(line) }
}

export interface ExplainCost {
  readonly cwd: string
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** ISO date. */
  readonly today: string
}

/** All that can be told of the cost on a line, in the words of the editor's Explain This Cost. */
export async function runExplainCost({ cwd, file, line, today }: ExplainCost, engine: Engine, out: Out): Promise<Exit> {
  const path = slashed(relative(cwd, resolve(cwd, file)))
  if (readText(slashed(resolve(cwd, file))) === undefined) {
    out.tell(`There is no file ${file}.`)
    return 2
  }
  const { registry } = engine
  const isFormat = registry.formats.some(({ extensions }) => extensions.includes(extensionOf(path)))
  const configs = createConfigs(readText, registry.rules, {
    env: (name) => process.env[name],
    resources: registry.resources,
  })
  const { session, results, configErrors } = await scan({
    tree: diskTree(cwd),
    // A file of infrastructure is read with those beside it.
    folders: isFormat ? [folderOf(path)] : [],
    files: [path],
    configs,
    engine,
    progress: out.progress,
  })
  out.progress('')
  for (const { message } of configErrors) out.tell(message)
  const document = session.document(path)
  const result = results.find((each) => each.file === path)
  const starts = lineStarts(document ? textOf(document, undefined) : '')
  const linesOf = ({ site: { location } }: CostedSite) =>
    location.span.map((offset) => positionAt(starts, offset).line) as [number, number]
  const costed = onLine(result, line, linesOf)
  if (!result || !costed) {
    const lines = [...new Set((result?.sites ?? []).map((each) => linesOf(each)[0]))].sort((a, b) => a - b)
    const others = lines.length === 0 ? '' : ` There is one on line ${lines.join(', ')}.`
    out.tell(`Nothing that costs money stands on line ${line} of ${path}.${others}`)
    return 1
  }
  const { site } = costed
  const usage = registry.resources.find(({ id }) => site.kind === 'resource' && id === site.definition)?.usage
  const text = explanation({
    costed,
    where: `${path}, line ${linesOf(costed)[0]}`,
    approximate: result.approximate,
    currency: result.currency,
    beside: besideOf(costed, session.bench(path)?.tools.prices ?? engine.prices, today),
    findings: result.findings.filter((finding) => finding.site === site.key && !finding.suppressed),
    ...(usage ? { usage } : {}),
  })
  out.print(text.split('\n').map(plain).join('\n'))
  return 0
}

/** The innermost that the line is in. */
function onLine(
  result: Result | undefined,
  line: number,
  linesOf: (costed: CostedSite) => readonly [number, number],
): CostedSite | undefined {
  const around = (result?.sites ?? []).filter((each) => {
    const [start, end] = linesOf(each)
    return each.site.location.cell === undefined && start <= line && line <= end
  })
  const size = ({ site: { location } }: CostedSite) => location.span[1] - location.span[0]
  return around.toSorted((a, b) => size(a) - size(b))[0]
}
