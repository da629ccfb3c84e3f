// Run by spend-store.ts in a process of its own, so that memory is of the questions alone: prints figures as JSON.

import type { Question } from '../../billing/questions.ts'
import { disk } from '../../billing/stores/folder/disk.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'

const [folder = '', memory = '1GB', ...names] = process.argv.slice(2)

/** `rows` are not answered from the daily sums: its last day is cut at noon. */
const questions: Readonly<Record<string, Question>> = {
  'day × service of the rows': {
    ask: 'spend',
    by: ['day', 'service'],
    since: '2025-05-01',
    until: '2026-10-22T12:00:00Z',
  },
  'resources of a month': { ask: 'spend', by: ['resource'], since: '2026-09-01', until: '2026-10-01' },
  'a month by a tag of the rows': {
    ask: 'spend',
    by: ['service', 'tag:env'],
    since: '2026-09-01',
    until: '2026-10-01',
  },
  'panel: totals': { ask: 'totals' },
  'panel: sources': { ask: 'sources' },
  'panel: overlaps': { ask: 'overlaps' },
  'panel: day × service': { ask: 'spend', by: ['day', 'service'], since: '2026-07-24', until: '2026-10-22' },
  'a month by a tag of the cube': {
    ask: 'spend',
    by: ['service', 'tag:team'],
    since: '2026-09-01',
    until: '2026-10-01',
  },
}

const started = performance.now()
const store = await openFolder({ is: 'folder', folder, tags: ['team'] }, { disk, now: () => new Date(), memory })
const figures: Record<string, number> = { open: performance.now() - started }
for (const [name, question] of Object.entries(questions)) {
  if (names.length > 0 && !names.includes(name)) continue
  const times: number[] = []
  const busy: number[] = []
  for (let i = 0; i < 7; i++) {
    const [from, before] = [performance.now(), process.cpuUsage()]
    await store.ask(question)
    times.push(performance.now() - from)
    const { user, system } = process.cpuUsage(before)
    busy.push((user + system) / 1000)
  }
  figures[name] = Math.min(...times)
  figures[`${name}, processor`] = Math.min(...busy)
}
await store.close()
figures.rss = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify(figures))
