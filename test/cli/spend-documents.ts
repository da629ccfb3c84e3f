import Ajv from 'ajv'
import { expect } from 'vitest'
import { z } from 'zod/mini'
import { spendSchema, spendSchemas } from '../../billing/report/schema.ts'
import { names } from '../../core/report/schema.ts'
import { documentSchemas } from '../../scripts/gen/schemas.ts'

const all = { spend: spendSchema, ...spendSchemas }
export type DocumentName = keyof typeof all

const ajv = new Ajv({ allErrors: true, strict: false })
/** Of what is written, not of what is read: a field nobody documented is a mistake. */
const strict = new Map(
  Object.entries(all).map(([name, schema]) => [
    name,
    ajv.compile(z.toJSONSchema(schema, { target: 'draft-7', metadata: names })),
  ]),
)

export function mistakesOf(name: DocumentName, document: unknown): readonly string[] {
  const validate = strict.get(name)!
  validate(document)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const published: Readonly<Record<string, object>> = documentSchemas()

/** What `outlay spend <name> --format json` printed: one document, as its schema says and no more. */
export function documentOf(name: DocumentName, printed: string) {
  const document = JSON.parse(printed)
  expect(mistakesOf(name, document)).toEqual([])
  expect(ajv.validate(published[name === 'spend' ? name : `spend-${name}`]!, document)).toBe(true)
  return document
}
