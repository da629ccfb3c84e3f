import { html, type TemplateResult } from 'lit'
import type { AllocationView, Kind, UntaggedView } from '../analysis-protocol.ts'
import { days, money, percent } from '../format.ts'
import { gradeWords } from '../spend.ts'
import { charted } from './bars-chart.ts'
import { amount, apart, kindId, kindWords, meter, row, share, type Ways, words } from './parts.ts'

type Share = AllocationView['shares'][number]

/** What each value spends itself, and what it is given: never in one figure. */
export function allocationView({ period, own, shares, unallocated }: AllocationView, ways: Ways): TemplateResult {
  const dimensions = [...new Set([...own, ...shares].map(({ to }) => to))]
  return html`<p class="section">${days(period)}.</p>
    ${dimensions.map((to) => {
      const ownOf = own.filter((each) => each.to === to)
      const given = shares.filter((each) => each.to === to)
      // Who is given a share may spend nothing of that kind itself.
      return apart([...ownOf, ...given.map(({ currency, from }) => ({ currency, grade: from }))]).map(({ kind }) =>
        splitView(
          to,
          kind,
          ownOf.filter(({ currency, grade }) => currency === kind.currency && grade === kind.grade),
          given.filter(({ currency, from }) => currency === kind.currency && from === kind.grade),
          ways,
        ),
      )
    })}
    ${unallocated.map(
      (left) =>
        html`<p class="note warning">${left.rule}: ${money(left.effectiveCost, left.currency)} (${gradeWords[left.grade]}) is given to nobody: ${left.because}.</p>`,
    )}`
}

function splitView(
  to: string,
  kind: Kind,
  own: AllocationView['own'],
  given: readonly Share[],
  ways: Ways,
): TemplateResult {
  const rules = [...new Set(given.map(({ rule }) => rule))]
  const values = [...new Set([...own.map(({ value }) => value), ...given.map(({ value }) => value)])]
  const shown = values.slice(0, charted)
  const ownOf = sumsOf(own)
  const givenOf = rules.map((rule) => sumsOf(given.filter((each) => each.rule === rule)))
  const caption = `Own and shared cost by ${to}, in ${kindWords(kind)}`
  const parts = [
    { name: 'Own', amounts: shown.map((value) => ownOf.get(value) ?? 0) },
    ...givenOf.map((of, at) => ({
      name: allocated(rules[at]!),
      amounts: shown.map((value) => of.get(value) ?? 0),
    })),
  ]
  const name = (value: string | null) => value ?? '(not told)'
  return html`<div class="section">
    <bars-chart .bars=${{ names: shown.map(name), parts }} .currency=${kind.currency} .caption=${caption}></bars-chart>
    ${ways.table({
      id: `allocation-${to.replace(/\W/g, '-')}-${kindId(kind)}`,
      caption,
      columns: [to, 'Own', ...rules.map(allocated)],
      rows: values.map((value) =>
        row(words(name(value)), amount(ownOf.get(value), kind), ...givenOf.map((of) => amount(of.get(value), kind))),
      ),
    })}
    ${given.length > 0 ? html`<p class="muted">Allocated: a shared amount that a rule of outlay.json splits; it is on no invoice of theirs.</p>` : ''}
  </div>`
}

/** Two rules may have one name, and a rule may name a value twice. */
function sumsOf(of: readonly { readonly value: string | null; readonly effectiveCost: number }[]) {
  const sums = new Map<string | null, number>()
  for (const { value, effectiveCost } of of) sums.set(value, (sums.get(value) ?? 0) + effectiveCost)
  return sums
}

const allocated = (rule: string) => `${rule} (allocated)`

export function untaggedView({ untagged }: UntaggedView, ways: Ways): TemplateResult {
  if (untagged.length === 0) return html``
  return html`<ul class="plain">
      ${untagged.map((each) => {
        const of = each.share === null ? 'which is no share of the whole' : `${percent(each.share)} of the spend`
        const said = `${money(each.effectiveCost, each.currency)} (${gradeWords[each.grade]}) without ${each.key}, ${of}`
        return html`<li>${each.share === null ? '' : meter(said, [{ part: each.share, look: 'over' }], 1)} <p>${said}.</p></li>`
      })}
    </ul>
    ${ways.table({
      id: 'untagged',
      caption: 'Spend without a tag',
      columns: ['Tag', 'Money', 'Without it', 'Share'],
      rows: untagged.map((each) =>
        row(words(each.key), words(kindWords(each)), amount(each.effectiveCost, each), share(each.share)),
      ),
    })}`
}
