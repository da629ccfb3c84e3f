import { expect, it } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'
import { matcherFor } from './match.ts'
import { packageOf } from './offers.ts'

it.each([
  ['openai', 'openai'],
  ['openai/index.mjs', 'openai'],
  ['npm:openai@4.28.0', 'openai'],
  ['npm:/openai@^4', 'openai'],
  ['jsr:@scope/name@1', '@scope/name'],
  ['https://esm.sh/v135/@google/genai@1.4.0?bundle', '@google/genai'],
  ['https://cdn.jsdelivr.net/npm/openai@4/+esm', 'openai'],
  ['https://deno.land/x/openai@v4.20.1/mod.ts', 'openai'],
  ['https://example.com/openai', 'https://example.com/openai'],
])('%s is of the package %s', (specifier, name) => expect(packageOf(specifier, 'typescript')).toBe(name))

it('what decides who bills is known as its SDK’s: in the SDK’s own repository a path leads to its source', () => {
  expect(matcherFor('typescript', registry.sdks).knows('openai/providers/bedrock')).toBe(true)
})

it.each([
  ['agents', true],
  ['agents.run', true],
  ['agents.extensions.models.litellm_model', true],
  ['agents.research', false],
  ['agents.run.helpers', false],
])('a folder of the program may be named as the package is: %s of an SDK is %s', (specifier, known) => {
  expect(matcherFor('python', registry.sdks).knows(specifier)).toBe(known)
})
