import type { Warehouse } from '../../billing/warehouse.ts'

/** docs/warehouses.md: how `spend.store` names each warehouse, and what it needs to be asked. */
export function warehousePage(warehouses: readonly Warehouse[]): string {
  return `# Warehouses of spend

Where spend outgrows a machine, or lies in a warehouse already, \`spend.store\` in \`outlay.json\` names it, and \`outlay spend\` and its questions ask there instead of the store on this machine. The same SQL text, but for a small dialect, gives the same answers everywhere.

ClickHouse can also keep spend: without \`"table"\` Outlay makes tables of its own in the database (\`outlay_rows\`, \`outlay_parts\`, \`outlay_loads\`, \`outlay_claims\`) and \`outlay spend sync\` reads into them; a load counts whole or not at all. Projects whose \`spend.scope\` differs share the tables and none of the rows, and \`outlay spend erase\` removes those of its own scope only. All other warehouses, and a table that is named, are only read.

A table that is read has the columns of FOCUS 1.0 to 1.4; where it calls one otherwise, \`"columns"\` says how. Rows without a currency, a day or an amount are left out, and how many there are is said. Amounts are invoices unless the table has a column \`x_Grade\`.

A secret never stands in \`outlay.json\`: it comes from the environment or, in the editor, from its secret storage, where *Connect a Source of Spend* puts it. It is sent to the \`"address"\` that \`outlay.json\` names, over TLS or to this machine only, so take that file from people you trust.

\`\`\`jsonc
{ "spend": { "store": { "kind": "clickhouse", "address": "https://clickhouse.example:8443", "database": "billing", "user": "finops", "table": "focus", "columns": { "ServiceName": "product" } } } }
\`\`\`

${warehouses.map(section).join('\n\n')}
`
}

function section({ id, name, needs }: Warehouse): string {
  const rows = needs.fields.map(
    ({ env, label, secret, optional }) =>
      `| \`${env}\` | ${label} | ${secret ? 'secret' : 'setting'}${optional ? ', may be left out' : ''} |`,
  )
  const must = needs.settings.flatMap(({ key, optional }) => (optional ? [] : [`\`"${key}"\``])).join(', ')
  return [
    `## ${id}`,
    `**${name}**. \`spend.store\` must have ${must}; [config.md](config.md) lists what else it takes.`,
    ['| variable | what it holds | |', '| --- | --- | --- |', ...rows].join('\n'),
    `The right it needs:`,
    `\`\`\`\n${needs.grant}\n\`\`\``,
  ].join('\n\n')
}
