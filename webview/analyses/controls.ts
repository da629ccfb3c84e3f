import { html, type TemplateResult } from 'lit'
import { type ChangeDimension, changeDimensions, type Period, periods } from '../analysis-protocol.ts'
import type { Choices } from '../host.ts'
import type { Section } from './section.ts'

const periodNames: Readonly<Record<Period, string>> = {
  'last-30-days': 'Last 30 days',
  'this-month': 'This month',
  'last-month': 'Last month',
  'last-90-days': 'Last 90 days',
}
const dimensionNames: Readonly<Record<ChangeDimension, string>> = {
  service: 'Service',
  provider: 'Provider',
  model: 'Model',
  region: 'Region',
  account: 'Account',
  'account-id': 'Account, by id',
  project: 'Project',
  'project-id': 'Project, by id',
  key: 'API key',
}

/** What of it is looked at: the period, and what a change is told by. */
export function controlsView(
  { hasPeriod, views }: Section,
  { period, by }: Pick<Choices, 'period' | 'by'>,
  changed: (choices: Partial<Choices>) => void,
): TemplateResult | '' {
  if (!hasPeriod) return ''
  return html`<div class="row section">
    ${select('Period', periods, periodNames, period, (chosen) => changed({ period: chosen }))}
    ${views.includes('change') ? select('Changes by', changeDimensions, dimensionNames, by, (chosen) => changed({ by: chosen })) : ''}
  </div>`
}

function select<T extends string>(
  label: string,
  all: readonly T[],
  names: Readonly<Record<T, string>>,
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  const changed = (event: Event) => {
    const value = all[(event.target as HTMLSelectElement).selectedIndex]
    if (value && value !== chosen) choose(value)
  }
  return html`<span aria-hidden="true">${label}</span>
    <vscode-single-select label=${label} @change=${changed}>
      ${all.map((value) => html`<vscode-option ?selected=${value === chosen}>${names[value]}</vscode-option>`)}
    </vscode-single-select>`
}
