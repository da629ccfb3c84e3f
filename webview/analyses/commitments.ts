import { html, type TemplateResult } from 'lit'
import type { CommitmentsView } from '../analysis-protocol.ts'
import { days, money } from '../format.ts'
import { charted } from './bars-chart.ts'
import { amount, apart, kindId, kindWords, row, share, type Ways, words } from './parts.ts'

export function commitmentsView({ period, commitments, coverage }: CommitmentsView, ways: Ways): TemplateResult {
  if (commitments.length === 0)
    return html`<p class="section">${days(period)}: no reservation, savings plan or committed use in these days.</p>`
  return html`<p class="section">${days(period)}.</p>
    ${apart(commitments).map(({ kind, of }) => useView(kind, of, ways))}
    ${apart(coverage).map(({ kind, of }) =>
      ways.table({
        id: `coverage-${kindId(kind)}`,
        caption: `What commitments cover, at list prices, in ${kindWords(kind)}`,
        columns: ['Service', 'Covered', 'Of', 'Coverage'],
        rows: of.map(({ provider, service, covered, coverable, share: part }) =>
          row(
            words([provider, service].filter(Boolean).join(' ')),
            amount(covered, kind),
            amount(coverable, kind),
            share(part),
          ),
        ),
      }),
    )}
    <p class="muted">Used and wasted: effective cost of what was committed for these days. Saved: less than list prices. –: the rows do not tell it.</p>
    ${commitments
      .filter(({ countedTwice }) => countedTwice !== 0)
      .map(
        (each) =>
          html`<p class="note warning">The purchase of ${called(each, commitments)} carries ${money(each.countedTwice, each.currency)} of effective cost, which FOCUS does not allow: totals of the effective cost count it twice.</p>`,
      )}`
}

/** With its id where another one has its name. */
const called = ({ commitment, id }: Commitment, all: readonly Commitment[]) =>
  all.some((other) => other.commitment === commitment && other.id !== id) ? `${commitment} (${id})` : commitment

type Commitment = CommitmentsView['commitments'][number]
type Kind = Parameters<typeof kindWords>[0]

function useView(kind: Kind, of: CommitmentsView['commitments'], ways: Ways): TemplateResult {
  const caption = `Commitments used and wasted, in ${kindWords(kind)}`
  const shown = of.slice(0, charted)
  const bars = {
    names: shown.map((each) => called(each, of)),
    parts: [
      { name: 'Used', amounts: shown.map(({ used }) => used) },
      { name: 'Wasted', amounts: shown.map(({ wasted }) => wasted) },
    ],
  }
  return html`<div class="section">
    <bars-chart .bars=${bars} .currency=${kind.currency} .caption=${caption}></bars-chart>
    ${ways.table({
      id: `commitments-${kindId(kind)}`,
      caption,
      columns: ['Commitment', 'Used', 'Wasted', 'Utilisation', 'Saved', 'Billed for it'],
      rows: of.map((each) =>
        row(
          words(called(each, of)),
          amount(each.used, kind),
          amount(each.wasted, kind),
          share(each.utilisation),
          amount(each.saved, kind),
          amount(each.bought, kind),
        ),
      ),
    })}
  </div>`
}
