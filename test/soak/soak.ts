// `npm run soak -- [seeds]`: damaged copies of the samples, many of them. `npm test` runs a slice of it (soak.test.ts).
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { endure } from './endure.ts'
import { sampleSources } from './sources.ts'

const count = Number(process.argv[2] ?? 3000)
const sources = sampleSources()
const failures = await endure(
  sources,
  Array.from({ length: count }, (_, i) => i + 1),
  { prices: loadPriceBook(), tokens: await loadTokenCounter() },
)
console.log(`${sources.length} files, ${count} damaged copies of each, ${failures.length} failures`)
for (const failure of failures.slice(0, 50)) console.log(failure)
process.exitCode = failures.length > 0 ? 1 : 0
