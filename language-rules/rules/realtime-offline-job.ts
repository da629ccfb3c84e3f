import * as z from 'zod/mini'
import { perMillion } from '../../core/estimate/lines.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { isAgent, slowerFixes, slowerWay } from '../../core/rules/slower-way.ts'
import type { ModelCall } from '../../core/types.ts'
import { realtimeOfflineJobExamples } from './examples/realtime-offline-job.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'realtime-offline-job',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A scheduled job, or a script that evaluates, pays for answers at once, and nobody waits for them.',
    why: 'Providers bill the same calls at a discount when they may answer within 24 hours (batch) or at low priority (flex).',
    fix: 'Ask for the flex service tier where the model has one, or collect the requests for the Batch API.',
    unless: 'The job has to be done within minutes, or each call depends on the one before.',
    source: 'https://developers.openai.com/api/docs/guides/flex-processing.md',
  },
  options,
  *check(call, context) {
    const { estimate, module, document } = context
    if (call.api !== 'chat' && call.api !== 'embed') return
    if (call.batch || call.stream || call.tier.is === 'known' || call.hints.includes('http')) return
    const why = offline(call, document.file)
    // A loop over data that is seen here is told by unbatched-loop; the turns of an agent wait for one another.
    if (!why || isAgent(call, context)) return
    if (call.repeats.some(({ kind, at }) => kind === 'data' && at.file === document.file)) return
    const way = slowerWay(call, context)
    if (!way) return
    const { after, name, when } = way
    const [before, later] = [perMillion(estimate, 'input token')!, perMillion(after, 'input token')!]
    yield {
      at: methodName(call, module, document),
      message:
        estimate.usd && after.usd
          ? say`${why} at ${usd(estimate.usd)} a call. If nobody waits for the answer, ${name} gives it for ${usd(after.usd)}, ${when}.`
          : say`${why} at ${usd(before)} per million input tokens. If nobody waits for the answer, ${name} takes ${usd(later)}, ${when}.`,
      after,
      unit: { per: '1M input tokens', before, after: later },
      fixes: slowerFixes(call, context),
    }
  },
})

export const examples = realtimeOfflineJobExamples

/** Files and folders named after work that nobody waits for. */
const offlineFile = /(^|[/_.-])(evals?|evaluations?|evaluate|benchmarks?|backfill|offline|nightly|cron)([/_.-]|$)/i

function offline(call: ModelCall, file: string): string | undefined {
  if (call.hints.includes('job')) return 'A scheduled job asks'
  // Code in such a folder that is no script may be part of what is measured.
  const isScript = call.hints.includes('cli') || call.hints.includes('notebook')
  return isScript && offlineFile.test(file) ? 'An evaluation asks' : undefined
}
