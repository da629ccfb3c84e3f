import * as z from 'zod/mini'
import { spendSchema, spendSchemas } from '../../billing/report/schema.ts'
import { configSchema, settingWords } from '../../core/config/schema.ts'
import {
  diffSchema,
  names,
  pricesAlternativesSchema,
  pricesFindSchema,
  pricesStatusSchema,
  scanSchema,
} from '../../core/report/schema.ts'
import type { Rule } from '../../core/rule.ts'
import { suppressionRule } from '../../core/suppress.ts'
import { explained } from './schema-words.ts'

// JSON Schemas out of the zod types the code itself uses: outlay.json for editors, the documents for whoever reads them.

type Json = Record<string, unknown>

const toJson = (schema: z.core.$ZodType): Json =>
  z.toJSONSchema(schema, { io: 'input', target: 'draft-7', metadata: names }) as Json

/** outlay.json, with the name, the severities and the options of every rule. */
export function outlaySchema(rules: readonly RuleWords[]): Json {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }) as Json
  const properties = schema.properties as Record<string, Json>
  const definitions = { rules: rulesSchema([...rules, suppressionRule]) }
  const override = (properties.overrides!.items as { properties: Record<string, Json> }).properties
  properties.rules = { ...definitionOf('rules'), description: properties.rules!.description }
  override.rules = { ...definitionOf('rules'), description: override.rules!.description }
  return { ...explained(schema), title: 'outlay.json', allowTrailingCommas: true, definitions }
}

const definitionOf = (name: string) => ({ $ref: `#/definitions/${name}` })

type RuleWords = Pick<Rule, 'id' | 'docs' | 'options' | 'severity' | 'preset'>

const severityWords: Readonly<Record<(typeof settingWords)[number], string>> = {
  off: 'Never said.',
  error: 'Underlined in red; fails a scan from error on.',
  warning: 'Underlined in yellow.',
  info: 'Underlined in blue.',
  hint: 'Three dots.',
}

function rulesSchema(rules: readonly RuleWords[]): Json {
  const severity = { enum: settingWords, enumDescriptions: settingWords.map((word) => severityWords[word]) }
  const one = ({ id, docs, options, severity: usual, preset }: RuleWords): [string, Json] => {
    const { $schema: _, ...shape } = toJson(options)
    const pair = {
      type: 'array',
      items: [severity, { ...shape, additionalProperties: false }],
      minItems: 1,
      additionalItems: false,
    }
    const description = `${docs.what}\n\n${docs.fix}\n\n${usual}, with the preset ${preset}.`
    return [id, { description, default: usual, anyOf: [severity, pair] }]
  }
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(rules.map(one)) }
}

/** Fields may be added within a schema number, so a reader must not refuse one it does not know. */
export function documentSchemas() {
  const titled = (schema: z.core.$ZodType, command: string): Json => ({
    ...toJson(schema),
    title: `outlay ${command} --format json`,
  })
  return {
    scan: titled(scanSchema, 'scan'),
    diff: titled(diffSchema, 'diff'),
    'prices-find': titled(pricesFindSchema, 'prices find'),
    'prices-alternatives': titled(pricesAlternativesSchema, 'prices alternatives'),
    'prices-status': titled(pricesStatusSchema, 'prices status'),
    spend: titled(spendSchema, 'spend'),
    ...Object.fromEntries(
      Object.entries(spendSchemas).map(([name, schema]) => [`spend-${name}`, titled(schema, `spend ${name}`)]),
    ),
  }
}

/** Every generated file under schemas/, with its path in the repository. */
export async function schemaFiles(): Promise<readonly (readonly [file: string, text: string])[]> {
  const { registry } = await import('../../language-rules/registry.gen.ts')
  const files = { outlay: outlaySchema(registry.rules), ...documentSchemas() }
  return Object.entries(files).map(
    ([name, schema]) => [`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  )
}
