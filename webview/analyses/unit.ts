import './days-chart.ts'
import { html, type TemplateResult } from 'lit'
import type { UnitView } from '../analysis-protocol.ts'
import { date, days, unitPrice } from '../format.ts'
import { amount, apart, kindId, kindWords, price, quantity, row, share, type Ways, words } from './parts.ts'

type Cost = UnitView['costs'][number]

export function unitView({ period, costs, machineTime, tokens, gpus }: UnitView, ways: Ways): TemplateResult {
  const isEmpty = costs.length + machineTime.length + tokens.length + gpus.length === 0
  return html`<p class="section">${days(period)}, the last day that every source tells.</p>
    ${isEmpty ? html`<p>No row tells of tokens or GPUs, and no metric is there: nothing is divided.</p>` : ''}
    ${unitCosts(costs, ways)} ${revenue(costs, ways)} ${hours(machineTime, ways)} ${gpuUse(gpus, ways)} ${tokenUse(tokens, ways)}`
}

/** Each cost of a metric with what it is of. */
const flat = (costs: readonly Cost[]) => costs.flatMap((metric) => metric.costs.map((cost) => ({ ...cost, metric })))

function unitCosts(all: readonly Cost[], ways: Ways): TemplateResult {
  const counted = all.filter(({ is }) => is !== 'revenue')
  const none = counted.filter(({ costs }) => costs.length === 0)
  return html`${apart(flat(counted)).map(
    ({ kind, of }) => html`
    ${ways.table({
      id: `unit-${kindId(kind)}`,
      caption: `Cost per unit, in ${kindWords(kind)}`,
      columns: ['Metric', 'Per unit', 'Unit', 'Quantity', 'Spend', 'Days'],
      rows: of.map(({ metric, perUnit, effectiveCost }) =>
        row(
          words(metric.name),
          price(perUnit, kind),
          words(metric.unit),
          quantity(metric.quantity),
          amount(effectiveCost, kind),
          quantity(metric.days),
        ),
      ),
    })}
    ${of.map((cost) => byDay(cost, ways))}`,
  )}
    ${none.map(({ name, days: known }) => html`<p class="note">${name}: ${known === 0 ? 'none of its days is in the period.' : 'there is no such spend in the period.'}</p>`)}`
}

/** Of a level, such as a number of customers, no day has a part. */
function byDay({ metric, byDay, ...kind }: ReturnType<typeof flat>[number], ways: Ways): TemplateResult | '' {
  if (byDay.length < 2) return ''
  const caption = `Cost per ${metric.unit} by day, in ${kindWords(kind)}`
  const shown = byDay.map(({ day, perUnit }) => ({ day, actual: perUnit ?? undefined }))
  return html`<h3>${caption}</h3>
    <days-chart class="low" .days=${shown} .currency=${kind.currency} .caption=${caption} .format=${unitPrice}></days-chart>
    <details class="section">
      <summary>${caption}: as a table</summary>
      ${ways.table({
        id: `unit-days-${metric.name}-${kindId(kind)}`,
        caption,
        columns: ['Day', 'Per unit', 'Quantity', 'Spend'],
        rows: byDay.map((of) =>
          row(
            { text: date(of.day), value: of.day },
            price(of.perUnit, kind),
            quantity(of.quantity),
            amount(of.effectiveCost, kind),
          ),
        ),
      })}
    </details>`
}

const revenue = (all: readonly Cost[], ways: Ways) =>
  apart(flat(all.filter(({ is }) => is === 'revenue'))).map(({ kind, of }) =>
    ways.table({
      id: `revenue-${kindId(kind)}`,
      caption: `Revenue over spend, in ${kindWords(kind)}`,
      columns: ['Revenue', 'Amount', 'Spend', 'Margin after this spend', 'Back for each one spent'],
      rows: of.map(({ metric, effectiveCost, margin, returned }) =>
        row(
          words(metric.name),
          amount(metric.quantity, { currency: metric.unit }),
          amount(effectiveCost, kind),
          share(margin),
          quantity(returned),
        ),
      ),
    }),
  )

const hours = (times: UnitView['machineTime'], ways: Ways) =>
  apart(times).map(({ kind, of }) =>
    ways.table({
      id: `hours-${kindId(kind)}`,
      caption: `Machine hours that are paid for, in ${kindWords(kind)}`,
      columns: ['Metric', 'Hours', 'Of paid hours', 'Share', 'Cost', 'Cost of the rest'],
      rows: of.map((time) =>
        row(
          words(`${time.name} (${time.is === 'busy-hours' ? 'worked' : 'only started'})`),
          quantity(time.hours),
          quantity(time.paidHours),
          share(time.share),
          amount(time.cost, kind),
          amount(time.rest, kind),
        ),
      ),
    }),
  )

const gpuUse = (gpus: UnitView['gpus'], ways: Ways) =>
  gpus.length === 0
    ? ''
    : ways.table({
        id: 'gpus',
        caption: 'GPUs of a cluster',
        columns: ['Money', 'Spend', 'Idle', 'Idle share', 'Hours in use', 'An hour in use'],
        rows: gpus.map((gpu) =>
          row(
            words(kindWords(gpu)),
            amount(gpu.effectiveCost, gpu),
            amount(gpu.idle, gpu),
            share(gpu.idleShare),
            quantity(gpu.hours),
            price(gpu.perHour, gpu),
          ),
        ),
      })

const tokenUse = (tokens: UnitView['tokens'], ways: Ways) => html`
  ${apart(tokens).map(({ kind, of }) =>
    ways.table({
      id: `tokens-${kindId(kind)}`,
      caption: `Tokens by model, in ${kindWords(kind)}`,
      columns: [
        ...['Model', 'Per million', 'Per request', 'Input', 'From cache', 'Into cache', 'Output'],
        ...['Output over input', 'Cache hit share', 'Spend'],
      ],
      rows: of.map((use) =>
        row(
          words(use.model ?? '(not told)'),
          price(use.perMillion, kind),
          price(use.perRequest, kind),
          ...[use.input, use.cacheRead, use.cacheWrite, use.output].map(quantity),
          use.density === null ? quantity(null) : { text: use.density.toFixed(3), value: use.density },
          share(use.cacheShare),
          amount(use.effectiveCost, kind),
        ),
      ),
    }),
  )}
  ${tokens.length > 0 ? html`<p class="muted">–: the rows do not tell it.</p>` : ''}`
