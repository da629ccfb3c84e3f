import { expect, test } from 'vitest'
import type { Analyses, AnalysisRequest } from '../billing/analysis/analyse.ts'
import { noSpendSettings, type SpendSettings } from '../core/config/spend.ts'
import type { AnalysisStates, AnalysisViews, Look } from '../webview/analysis-protocol.ts'
import { createAnalyses } from './analyses.ts'

// What the billing process tells is what the panel reads: this is checked by the compiler.
const told: (of: Analyses) => AnalysisViews = (of) => of

const carbon: Look = { views: ['carbon'], period: 'last-30-days', by: 'service' }
const shared: Look = { views: ['allocation', 'untagged'], period: 'last-30-days', by: 'service' }

/** Answers when it is told to. */
function open(settings: () => Promise<SpendSettings> = async () => noSpendSettings) {
  const asked: (AnalysisRequest & { readonly signal: AbortSignal })[] = []
  const waiting: ((found: object) => void)[] = []
  let shown: AnalysisStates = {}
  const analyse = (request: AnalysisRequest, signal: AbortSignal) => {
    asked.push({ ...request, signal })
    return new Promise<object>((answered) => waiting.push(answered))
  }
  const analyses = createAnalyses({
    client: async () => ({ analyse }) as never,
    settings,
    show: (state) => {
      shown = state.analyses ?? {}
    },
    log: () => undefined,
  })
  const settled = () => new Promise((done) => setTimeout(done))
  return {
    ...{ analyses, asked, settled },
    shown: () =>
      Object.fromEntries(Object.entries(shown).flatMap(([name, state]) => (state ? [[name, state.is]] : []))),
    states: () => shown,
    async answer(found: object = { is: 'analysed', document: {}, notes: [] }) {
      await settled()
      for (const answered of waiting.splice(0)) answered(found)
      await settled()
    },
  }
}

test('nothing is asked before somebody looks; then that view, with what outlay.json says', async () => {
  const settings = { ...noSpendSettings, tags: ['team'] }
  const { analyses, asked, answer, shown } = open(async () => settings)
  await analyses.again()
  expect(asked).toEqual([])
  void analyses.look(shared)
  expect(shown()).toEqual({ allocation: 'asking', untagged: 'asking' })
  await answer()
  expect(asked).toMatchObject([
    { analysis: 'allocation', period: 'last-30-days', settings },
    { analysis: 'untagged', period: 'last-30-days', settings },
  ])
  expect(shown()).toEqual({ allocation: 'answer', untagged: 'answer' })
})

test('what was told is not asked again, but for another period, or where spend has changed', async () => {
  const { analyses, asked, answer, shown } = open()
  void analyses.look(carbon)
  await answer()
  void analyses.look({ ...carbon, views: [] })
  void analyses.look(carbon)
  await answer()
  expect(asked).toHaveLength(1)
  void analyses.look({ ...carbon, period: 'last-month' })
  await answer()
  expect(asked.map(({ period }) => period)).toEqual(['last-30-days', 'last-month'])
  void analyses.again()
  expect(shown()).toEqual({ carbon: 'asking' })
  await answer()
  expect(asked).toHaveLength(3)
  expect(shown()).toEqual({ carbon: 'answer' })
})

test('when the panel is closed nothing is asked, whatever changes, until somebody looks again', async () => {
  const { analyses, asked, settled, answer, shown } = open()
  void analyses.look(carbon)
  await settled()
  analyses.leave()
  expect(asked[0]?.signal.aborted).toBe(true)
  await analyses.again()
  expect(asked).toHaveLength(1)
  void analyses.look(carbon)
  await answer()
  expect(asked).toHaveLength(2)
  expect(shown()).toEqual({ carbon: 'answer' })
})

test('another dimension is of the change alone, and no period is of the unusual days', async () => {
  const { analyses, asked, answer } = open()
  const look: Look = { ...carbon, views: ['change', 'anomalies'] }
  void analyses.look(look)
  await answer()
  void analyses.look({ ...look, by: 'model' })
  await answer()
  void analyses.look({ ...look, by: 'model', period: 'this-month' })
  await answer()
  expect(asked.map(({ analysis, by, period }) => [analysis, by, period])).toEqual([
    ['change', 'service', 'last-30-days'],
    ['anomalies', 'service', 'last-30-days'],
    ['change', 'model', 'last-30-days'],
    ['change', 'model', 'this-month'],
  ])
})

test('who looks elsewhere waits for that alone: what was asked is called off and its answer not shown', async () => {
  const { analyses, asked, answer, settled, shown } = open()
  void analyses.look(carbon)
  await settled()
  void analyses.look(shared)
  expect(asked[0]?.signal.aborted).toBe(true)
  await answer()
  expect(shown()).toEqual({ allocation: 'answer', untagged: 'answer' })
})

test('one that is cancelled, or failed, says so and is asked again when somebody asks', async () => {
  const { analyses, asked, answer, settled, shown, states } = open()
  void analyses.look(carbon)
  await settled()
  analyses.stop()
  expect(shown()).toEqual({ carbon: 'cancelled' })
  void analyses.look(carbon)
  await answer({ is: 'failed', failure: { kind: 'store', message: 'This question needs DuckDB.' } })
  expect(states()).toEqual({ carbon: { is: 'failed', message: 'This question needs DuckDB.' } })
  void analyses.look(carbon)
  await answer({ is: 'nothing', because: 'No source tells of it.' })
  expect(asked).toHaveLength(3)
  expect(states()).toEqual({ carbon: { is: 'nothing', because: 'No source tells of it.' } })
})

test('where nothing can be asked, nobody waits for ever: it says why, and is asked when somebody looks again', async () => {
  let stands: Error | undefined = new Error('The store of spend cannot be found: its folder is not readable.')
  const { analyses, asked, answer, settled, shown, states } = open(async () => {
    if (stands) throw stands
    return noSpendSettings
  })
  await analyses.look(shared)
  const failed = { is: 'failed', message: 'The store of spend cannot be found: its folder is not readable.' }
  expect(states()).toEqual({ allocation: failed, untagged: failed })
  stands = undefined
  void analyses.look(carbon)
  await settled()
  await answer()
  expect(asked.map(({ analysis }) => analysis)).toEqual(['carbon'])
  expect(shown()).toEqual({ carbon: 'answer' })
})

test('the panel reads the documents as they are', () => {
  const document = { untagged: [], period: { since: '2026-11-01', until: '2026-11-30' } }
  expect(told({ untagged: document } as unknown as Analyses).untagged).toBe(document)
})
