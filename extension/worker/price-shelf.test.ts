import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createShelf } from './price-shelf.ts'

function shelfOver(folder: string) {
  let asOf = '2026-01-01'
  let checked: readonly string[] = []
  const changed = vi.fn()
  const shelf = createShelf({
    folder,
    load: () => ({ asOf }) as never,
    refreshed: () => ({
      sources: checked.map((at) => ({ id: 'a', rows: 1, date: '2026-02-02', weak: [], checked: at })),
      problems: [],
    }),
    changed,
    log: () => undefined,
  })
  onTestFinished(shelf.close)
  const refresh = (date: string, at: string) => {
    asOf = date
    checked = [at]
    writeFileSync(join(folder, 'a.prices.json'), JSON.stringify({ date, at }))
  }
  return { shelf, changed, refresh }
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-shelf-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('takes the book anew where a table was refreshed, and only then', () => {
  const folder = join(scratch(), 'prices')
  const { shelf, changed, refresh } = shelfOver(folder)
  expect(shelf.state()).toEqual({ asOf: '2026-01-01', refreshed: 0, checked: undefined })
  shelf.look()
  expect(changed).not.toHaveBeenCalled()
  mkdirSync(folder)
  refresh('2026-02-02', '2026-02-03T00:00:00.000Z')
  shelf.look()
  expect(changed).toHaveBeenCalledTimes(1)
  expect(shelf.state()).toEqual({ asOf: '2026-02-02', refreshed: 1, checked: '2026-02-03T00:00:00.000Z' })
  shelf.look()
  expect(changed).toHaveBeenCalledTimes(1)
})

it('hears of a refresh by another window', async () => {
  const { shelf, changed, refresh } = shelfOver(scratch())
  refresh('2026-03-03', '2026-03-04T00:00:00.000Z')
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1), { timeout: 10_000 })
  expect(shelf.book().asOf).toBe('2026-03-03')
})

it('goes on with what it has where the folder is none', () => {
  const file = join(scratch(), 'prices')
  writeFileSync(file, '')
  const { shelf } = shelfOver(file)
  shelf.look()
  expect(shelf.book().asOf).toBe('2026-01-01')
})
