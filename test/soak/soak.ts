// `npm run soak -- [seeds] [faults]`: damaged copies of the samples, many of them, and a store of spend through many faults.
// `npm test` runs a slice of each (soak.test.ts, spend.test.ts).
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
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
for (let seed = 1; seed * perStore <= faults; seed++)
  wrong.push(...(await endureSpend({ faults: perStore, seed, killEvery: 50 })))
console.log(`spend: ${faults} faults in sequence, ${wrong.length} failures`)
for (const each of wrong) console.log(each)
process.exitCode = failures.length + wrong.length > 0 ? 1 : 0
