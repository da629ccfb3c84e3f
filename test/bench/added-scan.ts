// Run by added.ts in a process of its own: one scan, nothing compiled or read before, with all that Outlay reads or without a part of it.

import { loadPriceBook } from '../../cli/price-book.ts'
import { scan } from '../../cli/scan.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { diskTree, readText } from '../../cli/tree.ts'
import { createConfigs } from '../../core/config/configs.ts'
import type { Registry } from '../../core/registry.ts'
import { createSession } from '../../core/session.ts'
import { registry as everything } from '../../language-rules/registry.gen.ts'

const without: Readonly<Record<string, (registry: Registry) => Registry>> = {
  nothing: (registry) => registry,
  data: (registry) => ({ ...registry, languages: registry.languages.filter(({ data }) => !data) }),
  rented: (registry) => ({
    ...registry,
    languages: registry.languages.filter(({ data }) => !data),
    sdks: registry.sdks
      .filter(({ calls, rents = [], documents = [] }) => calls.length > 0 || rents.length + documents.length === 0)
      .map(({ rents, documents, ...sdk }) => sdk),
    resources: registry.resources.filter(({ cloud, from }) => cloud === 'aws' && from.terraform !== undefined),
  }),
}

async function run([folder = '', part = '', prices]: readonly string[]): Promise<void> {
  const registry = without[part]!(everything)
  const configs = createConfigs(readText, registry.rules, { env: () => undefined, resources: registry.resources })
  const { results } = await scan({
    tree: diskTree(folder),
    ...{ folders: [''], files: [] },
    configs,
    engine: { registry, prices: loadPriceBook(prices), tokens: loadTokenCounter, createSession },
    progress: () => undefined,
  })
  const { user, system } = process.cpuUsage()
  process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, read: results.length }))
}

void run(process.argv.slice(2))
