// Run by spend-store.ts in a process of its own, so that memory is of the import alone: prints figures as JSON.
import { openFolder } from '../../billing/stores/folder/store.ts'

const [file = '', folder = ''] = process.argv.slice(2)

const [from, before] = [performance.now(), process.cpuUsage()]
const store = await openFolder({ is: 'folder', folder, tags: ['team'] })
const loaded = await store.importFocus(file, { source: 'file:bill' }, '2026-11-20T08:00:00.000Z')
const { user, system } = process.cpuUsage(before)
await store.close()
if (loaded.is === 'refused') throw new Error(loaded.message)
const figures = {
  wall: performance.now() - from,
  busy: (user + system) / 1000,
  rss: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(figures))
