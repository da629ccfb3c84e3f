import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Json = { readonly [key: string]: unknown }

const schema = JSON.parse(readFileSync(new URL('../schemas/outlay.schema.json', import.meta.url), 'utf8')) as Json

/** Every key that completion offers, with what it says of it. */
function* keys(node: unknown, path = ''): Iterable<readonly [path: string, description: unknown]> {
  if (typeof node !== 'object' || node === null) return
  const { properties, ...rest } = node as Json
  for (const [key, value] of Object.entries((properties ?? {}) as Json)) {
    const isOption = path.startsWith('definitions') && path.includes('anyOf')
    if (!isOption) yield [`${path}.${key}`, (value as Json).description]
    yield* keys(value, `${path}.${key}`)
  }
  for (const [key, value] of Object.entries(rest))
    if (key !== 'default') yield* keys(value, path === '' ? key : `${path}.${key}`)
}

it('says of every key of outlay.json what it means', () => {
  const all = [...keys(schema)]
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(([, description]) => typeof description !== 'string').map(([path]) => path)).toEqual([])
})

it('names every rule and preset, what each means, and what holds where nothing is written', () => {
  const { properties, definitions } = schema as { properties: Record<string, Json>; definitions: { rules: Json } }
  expect(properties.preset).toMatchObject({ default: 'recommended', enum: ['recommended', 'strict', 'learn'] })
  expect((properties.preset!.enumDescriptions as string[]).length).toBe(3)
  const rule = (definitions.rules.properties as Record<string, Json>)['retired-model']
  expect(rule).toMatchObject({
    default: 'warning',
    description: expect.stringContaining('with the preset recommended.'),
  })
})
