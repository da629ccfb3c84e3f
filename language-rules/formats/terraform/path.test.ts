import { expect, it } from 'vitest'
import { partsOfPath } from './path.ts'

it.each([
  ['type', ['type']],
  ['template.0.zone', ['template', '0', 'zone']],
  ['annotations."example.com/least"', ['annotations', 'example.com/least']],
  ['metadata.annotations."a.b/c".more', ['metadata', 'annotations', 'a.b/c', 'more']],
])('%s names %j', (path, parts) => {
  expect(partsOfPath(path)).toEqual(parts)
})
