// `npm run soak -- [seeds] [faults] [faults with ClickHouse]`: damaged copies of the samples, many of them, and a store of
// spend through many faults, on the disk and in ClickHouse. `npm test` runs a slice of each (soak, spend, clickhouse .test.ts).
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { hasClickHouse } from '../engines/clickhouse.ts'
import { endureClickHouse } from './clickhouse-endure.ts'
import { endure } from './endure.ts'
import { sampleSources } from './sources.ts'
import { endureSpend } from './spend-endure.ts'

const count = Number(process.argv[2] ?? 3000)
const sources = sampleSources()
const failures = await endure(
  sources,
  Array.from({ length: count }, (_, i) => i + 1),
  { prices: loadPriceBook(), tokens: await loadTokenCounter() },
)
console.log(`${sources.length} files, ${count} damaged copies of each, ${failures.length} failures`)
for (const failure of failures.slice(0, 50)) console.log(failure)

const faults = Number(process.argv[3] ?? 10_000)
const perStore = 500
const wrong: string[] = []
let spared = 0
for (const [seed, count] of parts(faults, perStore)) {
  const endured = await endureSpend({ faults: count, seed, killEvery: 50 })
  wrong.push(...endured.wrong)
  spared += endured.spared
}
console.log(
  `spend: ${faults} faults in sequence, seeds from 1, ${perStore} of each; ${spared} pages that are paid for were not asked twice; ${wrong.length} failures`,
)

const withServer = hasClickHouse() ? Number(process.argv[4] ?? 2000) : 0
const perServer = 250
let struck = 0
for (const [seed, count] of parts(withServer, perServer)) {
  const endured = await endureClickHouse({ faults: count, seed, killEvery: 20 })
  wrong.push(...endured.wrong)
  struck += endured.struck
}
console.log(
  hasClickHouse()
    ? `ClickHouse: ${withServer} faults in sequence, seeds from 1, ${perServer} of each; ${struck} befell a request of ours; ${wrong.length} failures in all`
    : 'ClickHouse: missing, `npm test -- --only ClickHouse` fetches it',
)
for (const each of wrong) console.log(each)
process.exitCode = failures.length + wrong.length > 0 ? 1 : 0

/** Seeds from 1 on, and how many faults are of each. */
function parts(count: number, each: number): [seed: number, count: number][] {
  return Array.from({ length: Math.ceil(count / each) }, (_, i) => [i + 1, Math.min(each, count - i * each)])
}
