import { windowsOf } from '../../billing/reading.ts'
import type { SignalSource } from '../../billing/signals/signal.ts'
import type { BillingSource } from '../../billing/source.ts'

/** docs/sources.md: what each source of spend reads, what it needs for it, and how fresh and how complete it is. */
export function sourcePage(sources: readonly BillingSource[], signals: readonly SignalSource[]): string {
  return `# Sources of spend

Outlay reads spend with your own credentials and sends it nowhere. It only reads: no source asks for more than the right below. On the command line a source is used when its variables are set, or when \`--source <id>\` names it; one that charges for being asked, or that runs on a server of your own, is read only by name.

\`spend.scope\` in \`outlay.json\` says what of a source is this project's ([config.md](config.md)). Files need no source: \`outlay spend --source bill.csv\` reads FOCUS 1.0 to 1.4, AWS Cost and Usage Reports, Azure's and Oracle's exports, and what \`modal billing report --json\` or \`--csv\` wrote.

A row is *invoice* where the provider bills the amount, *metered* where it is use at a price, and *allocated* where it is a part of a shared amount. No total mixes them.

What is asked for longer than a month back is read month by month, this month first, and each month is loaded before the next is asked for: where one fails, or the reading is called off, those before it stay, the others are told as not read, and the next reading goes on there. A source that is paid for being asked is read at once, as is one whose every answer tells all its days. Where that breaks off, what was answered is kept on this machine for an hour, for this user alone, and a reading of the same days goes on there: no answer is paid for twice, and a query that is still at work is waited for. A query that is called off is ended. A provider that does not go on from there is asked for all anew, once, and that is told. \`outlay spend erase\` removes it; without a store it is gone with the command.

${[overview(sources), beside(signals), ...sources.map(section)].join('\n\n')}
`
}

function overview(sources: readonly BillingSource[]): string {
  const rows = sources.map(({ id, name, reads }) => `| [${id}](#${id}) | ${name} | ${reads} |`)
  return ['| id | provider | what is read |', '| --- | --- | --- |', ...rows].join('\n')
}

function beside(signals: readonly SignalSource[]): string {
  const rows = signals.map(
    ({ id, with: source, tells, needs }) => `| ${id} | ${tells} | [${source}](#${source}) | ${needs.scope} |`,
  )
  return [
    '## Budgets, forecasts and anomalies of the providers',
    'Read with the credentials of a source of spend; none of it is added to spend.',
    ['| id | tells | with | right |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')
}

function section(source: BillingSource): string {
  const { id, name, reads, base, baseFor, needs, askCosts, asking, limits, freshness, renews, keeps } = source
  const facts = [
    `**${name}**: ${reads}.`,
    `- Right: ${needs.scope} ([where it is given](${needs.link})).`,
    `- Address: ${base ?? (baseFor ? 'that of the region or the account given' : `a server of your own: \`--address ${id}=<url>\``)}.`,
    `- \`spend.scope\`: ${scopeOf(source)}.`,
    `- Limits: ${limits ?? 'the provider names no number; after a 429 it is asked again as late as it says'}.`,
    `- Freshness: ${freshness ?? 'not stated by the provider'}.`,
    ...(renews
      ? [
          `- Newer figures come every ${renews.hours} hours ([source](${renews.source})): it is asked no more often by itself.`,
        ]
      : []),
    ...(windowsOf(source, [aYear]).length === 1 && !source.files ? ['- Read at once, however many days it is.'] : []),
    ...(keeps === undefined ? [] : [`- Tells of the last ${keeps} days.`]),
    ...(asking ? [`- Asking costs ${asking}: it is asked only by name, or where that is allowed.`] : []),
    ...(askCosts ? [`- Charges $${askCosts.usd} for each request ([source](${askCosts.source})).`] : []),
  ]
  const grant = needs.grant === undefined ? [] : [`The right, to copy:`, `\`\`\`\n${needs.grant}\n\`\`\``]
  return [`## ${id}`, facts.join('\n'), variables(source), ...grant].join('\n\n')
}

const aYear = { since: '2025-01-01', until: '2026-01-01' }

function scopeOf({ narrows = {} }: BillingSource): string {
  const parts = Object.entries(narrows).map(([part, what]) => `\`${part}\` (${what})`)
  return parts.length === 0 ? 'cannot be kept to; all that the credentials can see is read' : parts.join(', ')
}

function variables({ needs }: BillingSource): string {
  const rows = needs.fields.map(
    ({ env, label, secret, optional }) =>
      `| \`${env}\` | ${label} | ${secret ? 'secret' : 'setting'}${optional ? ', may be left out' : ''} |`,
  )
  if (rows.length === 0) return 'It needs no credentials.'
  return ['| variable | what it holds | |', '| --- | --- | --- |', ...rows].join('\n')
}
