import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { fileDocument } from '../../core/document.ts'
import { estimateResource } from '../../core/estimate/resource.ts'
import { resourcesOf } from '../../core/estimate/sites.ts'
import type { ModuleAdapter } from '../../core/format.ts'
import { folderOf } from '../../core/path.ts'
import type { ResourceExample } from '../../core/resource.ts'
import { engine } from '../formats/terraform/engine.ts'
import { registry } from '../registry.gen.ts'

interface Adapter {
  readonly file: string
  readonly module: ModuleAdapter
  readonly examples: readonly ResourceExample[]
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const adapters: readonly Adapter[] = await Promise.all(
  files.map(async (file) => ({
    file,
    ...((await import(/* @vite-ignore */ pathToFileURL(join(import.meta.dirname, file)).href)) as Omit<
      Adapter,
      'file'
    >),
  })),
)

const prices = loadPriceBook()
const cents = (usd: number) => Number(usd.toFixed(2))

function run(text: string) {
  const document = fileDocument('main.tf', 'terraform', text)
  const { blocks, problems } = engine.evaluate([document], { region: {}, adapters: registry.modules })
  expect(problems).toEqual([])
  return blocks.flatMap((block) => {
    const definition = registry.resources.find(({ from }) => from.terraform?.[block.type] !== undefined)
    if (definition === undefined) return []
    return resourcesOf(block, definition, prices, () => ({})).map((site) => ({
      site,
      estimate: estimateResource(site, definition, prices),
    }))
  })
}

describe.each(adapters)('$file', ({ module, examples }) => {
  it('is in the registry, and reads without a mistake', () => {
    expect(registry.modules).toContain(module)
    for (const { files } of module.versions) {
      const documents = Object.entries(files).map(([path, text]) => fileDocument(path, 'terraform', text))
      const documentsIn = (folder: string) => documents.filter(({ file }) => folderOf(file) === folder)
      const options = { region: {}, documentsIn, adapters: registry.modules }
      for (const folder of new Set(documents.map(({ file }) => folderOf(file))))
        expect(engine.evaluate(documentsIn(folder), options).problems).toEqual([])
    }
  })

  it('goes through its versions from the newest to the oldest, and leaves none out', () => {
    for (const [i, { majors }] of module.versions.entries()) {
      expect(majors[0]).toBeLessThanOrEqual(majors[1])
      const older = module.versions[i + 1]
      if (older) expect(older.majors[1]).toBe(majors[0] - 1)
    }
  })

  it.each(examples)('$name', ({ terraform, sees }) => {
    const seen = run(terraform)
    expect(seen.map(({ site }) => site.address)).toEqual(sees.map(({ address }) => address))
    for (const [i, { site, estimate }] of seen.entries()) {
      const { address, usd, status, lines, unknown, assumed, ...rest } = sees[i]!
      expect(rest, 'keys the harness does not check').toEqual({})
      expect(site.location.file, address).toBe('main.tf')
      const written = address.startsWith('module.') ? /^module "/ : /^resource "/
      expect(terraform.slice(...site.location.span), address).toMatch(written)
      expect(estimate.usd === undefined ? null : cents(estimate.usd.likely), address).toBe(usd)
      if (status) expect(estimate.status, address).toBe(status)
      if (lines) expect(estimate.lines.map(({ label }) => label)).toEqual(lines)
      if (unknown) expect(estimate.unknown.map(({ what, why }) => `${what}: ${why}`)).toEqual(unknown)
      if (assumed) expect(estimate.assumed.map(({ what }) => what)).toEqual(assumed)
    }
  })
})

it('no two adapters stand for one module', () => {
  const sources = registry.modules.flatMap((module) => module.sources)
  expect(new Set(sources).size).toBe(sources.length)
})
