import * as z from 'zod/mini'
import { millionPrice, perMillion, wholeUsd } from '../../core/estimate/lines.ts'
import type { Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { isOnlyTried } from '../../core/rules/cacheable.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { isMeasuring } from '../../core/rules/measured-file.ts'
import { isAgent, isBatchable, slowerFixes, slowerWay } from '../../core/rules/slower-way.ts'
import { functionsAround, isWaitedFor } from '../../core/rules/waited-for.ts'
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
    alters: ['speed', 'errors'],
  },
  options,
  *check(call, context) {
    const { estimate, module, document } = context
    if (!isBatchable(call) || call.batch || call.tier.is === 'known') return
    const why = offline(call, module, document.file)
    // A loop over data that is seen here is told by unbatched-loop; the turns of an agent wait for one another.
    if (!why || isAgent(call, context) || isWaitedFor(call, module, document)) return
    if (call.repeats.some(({ kind, at }) => kind === 'data' && at.file === document.file)) return
    const way = slowerWay(call, context)
    if (!way) return
    const { after, name, when } = way
    const [before, later] = [perMillion(estimate, 'input token')!, perMillion(after, 'input token')!]
    const [now, then] = [wholeUsd(estimate), wholeUsd(after)]
    const [rate, lower] = [millionPrice(estimate, 'input token')!, millionPrice(after, 'input token')!]
    yield {
      at: methodName(call, module, document),
      message:
        now && then
          ? say`${why} at ${usd(now)} a call. If nobody waits for the answer, ${name} gives it for ${usd(then)}, ${when}.`
          : say`${why} at ${usd(rate)} per million input tokens. If nobody waits for the answer, ${name} takes ${usd(lower)}, ${when}.`,
      after,
      unit: { per: '1M input tokens', before, after: later },
      fixes: slowerFixes(call, context),
    }
  },
})

export const examples = realtimeOfflineJobExamples

/** Folders named after work that nobody waits for. */
const offlineFile = /(^|[/_.-])(backfill|offline|nightly|cron)([/_.-]|$)/i

/** One that judges answers is called for each of them. */
const judges = /eval|judge|grade|score|rate|label|annotat|classif|assess|metric|rank|compare|check/i

function offline(call: ModelCall, module: Module, file: string): string | undefined {
  if (call.hints.includes('job')) return 'A scheduled job asks'
  // Code in such a folder that is no script may be part of what is measured, and so may other calls of the script.
  const isScript = call.hints.includes('cli') || call.hints.includes('notebook')
  if (!isScript || !(isMeasuring(file) || offlineFile.test(file))) return undefined
  const isForMany =
    call.repeats.some(({ kind }) => kind === 'data') ||
    (functionsAround(call, module).some(({ name }) => name !== undefined && judges.test(name)) &&
      (offlineFile.test(file) || !isOnlyTried(call, module)))
  return isForMany ? 'An evaluation asks' : undefined
}
