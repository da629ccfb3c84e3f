import * as z from 'zod/mini'

interface Property {
  readonly type?: string
  readonly default?: unknown
  readonly description?: string
}

/** A rule's options as a Markdown table, from its schema. */
export function optionsTable(schema: z.ZodMiniType): string {
  const json = z.toJSONSchema(schema, { io: 'input' }) as { properties?: Record<string, Property> }
  const rows = Object.entries(json.properties ?? {}).map(
    ([name, property]) =>
      `| \`${name}\` | ${property.type ?? ''} | \`${JSON.stringify(property.default)}\` | ${property.description ?? ''} |`,
  )
  return rows.length === 0
    ? 'None.'
    : `| option | type | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}`
}
