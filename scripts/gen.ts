// Writes what follows from the files of language-rules and billing/sources: the registries, a page per rule, pages of lists, the schemas.
// `npm run gen` writes; `npm run gen -- --check` fails where something committed is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allWarehouses } from '../billing/stores/warehouse.ts'
import { dataWordsSource } from './gen/data-words.ts'
import { registrySource, sourcesSource } from './gen/registry.ts'
import { resourcePage } from './gen/resource-page.ts'
import { rulePages } from './gen/rule-pages.ts'
import { schemaFiles } from './gen/schemas.ts'
import { sdkFiles, sdkPage } from './gen/sdk-matrix.ts'
import { sourcePage } from './gen/source-page.ts'
import { warehousePage } from './gen/warehouse-page.ts'
import { l10nBundle } from './l10n.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const check = process.argv.includes('--check')
const stale: string[] = []

/** With one kind of line ends, as Git keeps it: an example may have those of Windows, and its page is as fresh in a new clone. */
function put(file: string, written: string): void {
  const path = join(root, file)
  const text = written.replaceAll('\r\n', '\n')
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (current === text) return
  if (check) stale.push(file)
  else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(`wrote ${file}`)
  }
}

/** Removes generated files whose source is gone. */
function prune(folder: string, keep: ReadonlySet<string>): void {
  for (const name of existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []) {
    const file = `${folder}/${name}`
    if (keep.has(file)) continue
    if (check) stale.push(file)
    else rmSync(join(root, file))
  }
}

put('language-rules/registry.gen.ts', registrySource(root))
put('billing/registry.gen.ts', sourcesSource(root))
const pages = await rulePages(root)
for (const [file, text] of pages) put(file, text)
prune('docs/rules', new Set(pages.keys()))
for (const [file, text] of await schemaFiles()) put(file, text)
put('l10n/bundle.l10n.json', l10nBundle(root))
put('docs/model-calls.md', sdkPage(await sdkFiles(root)))
// after the registry is written: it is what the page is made of
const { registry } = await import('../language-rules/registry.gen.ts')
put('docs/resources.md', resourcePage(registry))
put('language-rules/data-words.gen.ts', dataWordsSource(registry.sdks))
const { signalSources, sources } = await import('../billing/registry.gen.ts')
put('docs/sources.md', sourcePage(sources, signalSources))
put('docs/warehouses.md', warehousePage(await allWarehouses()))

if (stale.length > 0) {
  console.error(`Generated files are stale: ${stale.join(', ')}. Run "npm run gen" and commit what it writes.`)
  process.exitCode = 1
}
