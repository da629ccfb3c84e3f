import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rows = [
  ...readFileSync(join(root, 'docs/editor-checklist.md'), 'utf8').matchAll(/^\| (\d+) \| (.+) \| (.+) \|$/gm),
].map(([, number, point, where]) => ({ number: Number(number), point: point!, where: where! }))

it('the checklist of the editor has its 71 points, each once and in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 71 }, (_, i) => i + 1))
  expect(new Set(rows.map(({ point }) => point)).size).toBe(71)
})

it.each(rows)('point $number is tested or seen in files that exist', ({ where }) => {
  const files = [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file!)
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})
