import * as vscode from 'vscode'
import type { Analysed, AnalysisName, AnalysisRequest, NothingToAnalyse } from '../../billing/analysis/analyse.ts'
import type { AskedPeriod } from '../../billing/analysis/asked-period.ts'
import type { BillingClient } from '../../billing/client.ts'

type Analyses = { readonly [A in AnalysisName]?: Analysed<A> | NothingToAnalyse }

/** Worked out when Outlay was built: scripts/web-demo.mjs. `today`: of those that look at no period. */
export type DemoAnalyses = Readonly<Record<AskedPeriod | 'today', Analyses>>

/** Answers where there is no machine: of the demo what is in a file, of other spend why it cannot. */
export function demoAnalyses(read: () => Promise<DemoAnalyses>, isDemo: () => boolean): Pick<BillingClient, 'analyse'> {
  let told: Promise<DemoAnalyses> | undefined

  return {
    async analyse<A extends AnalysisName>({ analysis, period, by }: AnalysisRequest<A>) {
      if (!isDemo()) return failed(notAnalysed())
      if (analysis === 'change' && by !== 'service') return { is: 'nothing', because: byServiceAlone() }
      told ??= read()
      const all = await told
      // What a file holds under a name is of that name.
      const found = (all[period][analysis] ?? all.today[analysis]) as Analysed<A> | NothingToAnalyse | undefined
      return found ?? failed(notAnalysed())
    },
  }
}

const failed = (message: string) => ({ is: 'failed', id: 0, failure: { kind: 'process', message } }) as const

// What is asked of single charges needs the machine's engine: of a file only the sums by day are kept.
const notAnalysed = () =>
  vscode.l10n.t(
    'A browser tells spend by day and service only: open this project in desktop VS Code or a remote window, or use the command line.',
  )
const byServiceAlone = () =>
  vscode.l10n.t(
    'In a browser the demo tells its changes by service alone; by what else, desktop VS Code or a remote window does.',
  )
