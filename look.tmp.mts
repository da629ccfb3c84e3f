import { readFileSync } from 'node:fs'
import { loadPriceBook } from '/tmp/r7b/cli/price-book.ts'
import { loadTokenCounter } from '/tmp/r7b/cli/tokenizer.ts'
import { createSession } from '/tmp/r7b/core/session.ts'
import { noSettings } from '/tmp/r7b/core/settings.ts'
import { registry } from '/tmp/r7b/language-rules/registry.gen.ts'
const prices = loadPriceBook(); const tokens = await loadTokenCounter()
const f = process.argv[2]!
const s = createSession({ registry: registry as any, prices, tokens: () => tokens, settings: () => noSettings })
s.open(f.split('/').at(-1)!, readFileSync(f, 'utf8'))
const r = await s.settled(f.split('/').at(-1)!)
for (const { site, estimate } of r.sites) { console.log(site.key, (site as any).type, (site as any).purchase, JSON.stringify((site as any).region)); for (const [k, v] of Object.entries((site as any).shape ?? {})) console.log('   ', k, JSON.stringify(v).slice(0, 120)); console.log(estimate.per, JSON.stringify(estimate.usd), estimate.lines.map((l) => [l.label, l.unit, l.usd?.likely, l.why])) }
console.log(r.problems)
