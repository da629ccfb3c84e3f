import type { Configs } from '../../core/config/configs.ts'
import { parseConfig } from '../../core/config/parse.ts'
import type { Document } from '../../core/document.ts'
import { folderOf } from '../../core/path.ts'
import { excessOf, type Share, shareOf } from '../../core/rules/project-budget.ts'
import type { Result } from '../../core/types.ts'
import type { ConfigProblem } from '../protocol.ts'
import { rangeIn } from './edges.ts'

/** What a project costs against the budget of its outlay.json: known once a scan has read it whole, and right as it is edited from then on. */
export interface ProjectBudgets {
  take(file: string, result: Pick<Result, 'file' | 'sites'>): void
  /** A scan of the project has ended. What it did not read is no part of it. */
  scanned(files: readonly string[]): void
  /** Those that may have something to say. */
  configs(): readonly string[]
  /** Those of them that may say another thing when this file costs something else. */
  above(file: string): readonly string[]
  problems(config: string, text: string): readonly ConfigProblem[]
}

export function createProjectBudgets(
  configs: Configs,
  documentOf: (file: string) => Document | undefined,
): ProjectBudgets {
  const shares = new Map<string, Share>()
  const known = new Set<string>()
  let isScanned = false

  /** A config that no file is read by may still be the whole project's: each folder below has its own. */
  const noteAbove = (file: string) => {
    const { config } = configs.resolve(file)
    if (config === undefined || known.has(config)) return
    known.add(config)
    noteAbove(folderOf(config))
  }

  /** Of nested folders the config of the outer one is of both. */
  const isBelow = (file: string, config: string) => file.startsWith(`${folderOf(config)}/`)
  const below = (config: string) => [...shares.values()].filter(({ file }) => isBelow(file, config))
  const all = () => (isScanned ? [...known] : [])

  return {
    take(file, result) {
      shares.set(file, shareOf(result, documentOf(file)))
      noteAbove(file)
    },
    scanned(files) {
      isScanned = true
      const there = new Set(files)
      for (const file of [...shares.keys()]) if (!there.has(file)) shares.delete(file)
    },
    configs: all,
    above: (file) => all().filter((config) => isBelow(file, config)),
    problems(config, text) {
      const { settings } = configs.resolve(config)
      const excess = isScanned && settings ? excessOf(below(config), settings) : undefined
      if (!excess || excess.dearest.isExcused) return []
      const { file } = excess.dearest
      const most = file.slice(folderOf(config).length + 1)
      const { span } = parseConfig(config, text, []).locate(['rules', 'over-budget', 1, 'project'])
      return [
        {
          message: `${excess.says} ${most} costs most.${excess.rest}`,
          range: rangeIn(text, span),
          rule: 'over-budget',
          severity: excess.severity,
        },
      ]
    },
  }
}
