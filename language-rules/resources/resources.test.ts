import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { sum } from '../../core/band.ts'
import { loadChain } from '../../core/config/find.ts'
import { resolveSettings } from '../../core/config/resolve.ts'
import { fileDocument } from '../../core/document.ts'
import { estimateResource } from '../../core/estimate/resource.ts'
import { resourcesOf } from '../../core/estimate/sites.ts'
import type { Block } from '../../core/format.ts'
import { findRented } from '../../core/resolve/rented.ts'
import type { CodeExample, ResourceDefinition, ResourceExample } from '../../core/resource.ts'
import { engine } from '../formats/terraform/engine.ts'
import { language as python } from '../languages/python.ts'
import { language as typescript } from '../languages/typescript.ts'
import { language as yaml } from '../languages/yaml.ts'
import { registry } from '../registry.gen.ts'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

interface Service {
  readonly file: string
  readonly resources: readonly ResourceDefinition[]
  readonly examples?: readonly ResourceExample[]
  readonly codeExamples?: readonly CodeExample[]
}

const files = folders.flatMap((cloud) =>
  readdirSync(join(import.meta.dirname, cloud))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${cloud}/${name}`),
)
const loaded = await Promise.all(
  files.map(async (file) => ({
    file,
    ...((await import(/* @vite-ignore */ pathToFileURL(join(import.meta.dirname, file)).href)) as Partial<Service>),
  })),
)
const services = loaded.filter((service): service is Service => service.resources !== undefined)

const prices = loadPriceBook()
const definitions = services.flatMap((service) => service.resources)
const cents = (usd: number) => Number(usd.toFixed(2))

/** A repeated part is declared once: `ebs[0].type` stands for all of them. */
const declared = (fact: string) => fact.replace(/\[\d+\]/g, '[0]')

/** Read as a project's own outlay.json is. */
function usageOf(usage: ResourceExample['usage']) {
  const chain = loadChain(
    '/outlay.json',
    (path) => (path === '/outlay.json' ? JSON.stringify({ usage }) : undefined),
    [],
  )
  expect(chain.errors).toEqual([])
  return resolveSettings(chain, '/main.tf', []).usage
}

const lower = { python: await python.load(), typescript: await typescript.load(), yaml: await yaml.load() }
const ending = { python: 'py', typescript: 'ts', yaml: 'yaml' }

function blocksOf(example: ResourceExample | CodeExample): readonly Block[] {
  if ('code' in example) {
    const { lang, code } = example
    const file = `main.${ending[lang]}`
    const module = lower[lang](code, file)
    expect(module.problems).toEqual([])
    return findRented(fileDocument(file, lang, code), module, registry.sdks)
  }
  const text = fileDocument('main.tf', 'terraform', example.terraform)
  const { blocks, problems } = engine.evaluate([text], { region: {} })
  expect(problems).toEqual([])
  return blocks
}

function run(example: ResourceExample | CodeExample) {
  return blocksOf(example).flatMap((block) => {
    const definition = definitions.find(({ from }) => ({ ...from.terraform, ...from.sdk })[block.type] !== undefined)
    if (definition === undefined) return []
    return resourcesOf(block, definition, prices, usageOf(example.usage ?? {})).map((site) => ({
      site,
      definition,
      estimate: estimateResource(site, definition, prices),
    }))
  })
}

describe.each(services)('$file', ({ resources, examples = [], codeExamples = [] }) => {
  const all: readonly (ResourceExample | CodeExample)[] = [...examples, ...codeExamples]

  it('shows every resource it defines in an example', () => {
    const shown = all.flatMap((example) => run(example).map(({ site }) => site.definition))
    expect(resources.map(({ id }) => id).filter((id) => !shown.includes(id))).toEqual([])
  })

  it.each(all)('$name', (example) => {
    const { sees } = example
    const seen = run(example)
    expect(seen.map(({ site }) => site.address)).toEqual(sees.map(({ address }) => address))
    for (const [i, { site, definition, estimate }] of seen.entries()) {
      const { address, usd, status, lines, unknown, assumed, ...rest } = sees[i]!
      expect(rest, 'keys the harness does not check').toEqual({})
      expect(estimate.usd === undefined ? null : cents(estimate.usd.likely), address).toBe(usd)
      if (status) expect(estimate.status, address).toBe(status)
      if (lines) expect(estimate.lines.map(({ label }) => label)).toEqual(lines)
      const missing = estimate.unknown.map(({ what, why }) => `${what}: ${why}`)
      expect(missing, address).toEqual(unknown ?? (estimate.status === 'priced' ? [] : missing))
      if (assumed) expect(estimate.assumed.map(({ what }) => what)).toEqual(assumed)
      expect(sum(estimate.lines.map((line) => line.usd))).toEqual(estimate.usd)
      expect(Object.keys(site.shape).filter((fact) => definition.shape[declared(fact)] === undefined)).toEqual([])
      expect(Object.keys(site.usage ?? {}).filter((name) => definition.usage?.[name] === undefined)).toEqual([])
    }
  })
})

it('no two definitions have one id, or price one type', () => {
  const ids = definitions.map(({ id }) => id)
  const types = definitions.flatMap(({ from }) => Object.keys({ ...from.terraform, ...from.sdk }))
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(types).size).toBe(types.length)
})

it('no type is both priced and free, and no free type is listed twice', () => {
  const types = definitions.flatMap(({ from }) => Object.keys(from.terraform ?? {}))
  const free = loaded.flatMap((each) => (each as { free?: readonly string[] }).free ?? [])
  expect(free.filter((type) => types.includes(type))).toEqual([])
  expect(free.filter((type, i) => free.indexOf(type) !== i)).toEqual([])
})
