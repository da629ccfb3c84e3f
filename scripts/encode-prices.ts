// Makes the committed price snapshot, by hand:
//
//   npx tsx scripts/encode-prices.ts <folder of tables> <litellm-YYYY-MM-DD.json>
//
// The folder holds instances.csv.gz and the .csv tables that are read below. genai-prices comes from node_modules.
// Everything the build and the tests read is in core/prices/snapshot/ afterwards, with a manifest of what went in.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { openCloudPrices } from '../core/prices/cloud.ts'
import type { Manifest } from '../core/prices/create.ts'
import { decodeHostedPrices } from '../core/prices/hosted.ts'
import { writeModelLines } from '../core/prices/model-lines.ts'
import type { Cloud } from '../core/types.ts'
import { commitmentRows } from './commitment-tables.ts'
import { documentedTables } from './documented-tables.ts'
import { encodeCloudPrices } from './encode-cloud.ts'
import {
  acceleratorSourceIdOf,
  carbonSourceIdOf,
  encodeAccelerators,
  encodeCarbon,
  encodeCoefficients,
  encodeDiscounts,
  encodeGpu,
  gpuSourceIdOf,
  isDiscount,
} from './encode-facts.ts'
import { encodeHosted } from './encode-hosted.ts'
import { encodeModels } from './encode-models.ts'
import { encodeServices, encodeStorage, sourceIdOf } from './encode-tables.ts'
import { hostedTables } from './hosted-tables.ts'
import { instanceOrigins, spotOrigins } from './price-origins.ts'
import { sources } from './price-sources.ts'
import { compress, type Row, readCsv, sha256 } from './snapshot-file.ts'

const [folder, litellmFile] = process.argv.slice(2)
if (folder === undefined || litellmFile === undefined) {
  throw new Error('usage: npx tsx scripts/encode-prices.ts <folder of tables> <litellm-YYYY-MM-DD.json>')
}

const inputs: Record<string, string> = {}
function input(path: string): Buffer {
  const bytes = readFileSync(path)
  inputs[basename(path)] = sha256(bytes)
  return bytes
}

const dateOf = (id: string) => sources.find((source) => source.id === id)!.date

const everything = readCsv(gunzipSync(input(join(folder, 'instances.csv.gz'))).toString('utf8'))
const ours = (row: Row) => ['aws', 'gcp', 'azure'].includes(row.provider!)
const instances = everything.filter(ours)
const gpu = everything.filter((row) => !ours(row) && row.accelerator_name)
const table = (name: string) => readCsv(input(join(folder, name)).toString('utf8'))
const storage = table('storage.csv')
const services = table('services.csv')
const documented = documentedTables()
const litellm = JSON.parse(input(litellmFile).toString('utf8'))
if (!basename(litellmFile).includes(dateOf('litellm')))
  throw new Error(`scripts/price-sources.ts dates LiteLLM ${dateOf('litellm')}`)

const today = new Date().toISOString().slice(0, 10)
const quotes = input(fileURLToPath(new URL('tables/model-quotes.tsv', import.meta.url))).toString('utf8')
const models = await encodeModels({
  litellm,
  genaiDate: dateOf('genai-prices'),
  litellmDate: dateOf('litellm'),
  quotes,
  today,
})
const cloud = encodeCloudPrices(instances)
const accelerators = table('accelerators.csv')
const discounts = [...table('discounts.csv'), ...commitmentRows()]
const carbon = table('carbon_regions.csv')
const coefficients = table('carbon_coefficients.csv')
const vendorFigures = table('llm_energy.csv')
const hosted = hostedTables({
  sagemaker: table('sagemaker.csv'),
  vertex: table('vertex.csv'),
  databases: table('managed_db.csv'),
  caches: table('opensearch_elasticache.csv'),
})
const hostedBin = encodeHosted(hosted)

const files: Record<string, Uint8Array> = {
  'cloud-aws.bin': cloud.aws,
  'cloud-gcp.bin': cloud.gcp,
  'cloud-azure.bin': cloud.azure,
  'models.jsonl': Buffer.from(writeModelLines(models)),
  'storage.tsv': Buffer.from(encodeStorage(storage, documented.storage)),
  'services.tsv': Buffer.from(encodeServices(services, storage, documented.services)),
  'interruption.tsv': input(fileURLToPath(new URL('tables/spot-interruption.tsv', import.meta.url))),
  'accelerators.tsv': Buffer.from(encodeAccelerators(accelerators)),
  'hosted.bin': hostedBin,
  'gpu.tsv': Buffer.from(encodeGpu(gpu)),
  'discounts.tsv': Buffer.from(encodeDiscounts(discounts)),
  'carbon.tsv': Buffer.from(encodeCarbon(carbon)),
  'coefficients.tsv': Buffer.from(encodeCoefficients(coefficients, vendorFigures)),
}

function roundTrip(rows: readonly Row[]): Manifest['roundTrip'] {
  const book = openCloudPrices((name) => cloud[name])
  const counts = { onDemand: 0, spot: 0, hosted: 0, lost: 0, worst: 0 }
  const compare = (price: { readonly usd: number } | undefined, usd: number) => {
    if (price === undefined) counts.lost++
    else counts.worst = Math.max(counts.worst, Math.abs(price.usd / usd - 1))
  }
  for (const row of rows) {
    for (const [column, purchase, count] of [
      ['on_demand_usd_per_hour', 'on-demand', 'onDemand'],
      ['spot_usd_per_hour', 'spot', 'spot'],
    ] as const) {
      const usd = Number(row[column])
      if (!usd) continue
      counts[count]++
      compare(book.instance(row.provider as Cloud, row.instance_type!, row.region!, purchase), usd)
    }
  }
  const hosting = decodeHostedPrices(hostedBin)
  for (const { name, rows, derived } of hosted)
    for (const { type, region, usd } of rows) {
      if (!derived) counts.hosted++
      compare(hosting.find(name, type, region), usd)
    }
  return counts
}

function rowsBySource(): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (id: string, n = 1) => counts.set(id, (counts.get(id) ?? 0) + n)
  for (const row of instances) {
    add(instanceOrigins[row.source!]!.id)
    const spot = row.spot_source && spotOrigins[row.spot_source]!.id
    if (spot && spot !== instanceOrigins[row.source!]!.id) add(spot)
  }
  for (const row of [...storage, ...services, ...documented.storage, ...documented.services])
    add(sourceIdOf(row.source!))
  for (const row of accelerators) add(acceleratorSourceIdOf(row))
  for (const { id, rows, derived } of hosted) if (!derived) add(id, rows.length)
  for (const row of gpu) add(gpuSourceIdOf(row))
  for (const row of carbon) add(carbonSourceIdOf(row))
  for (const row of coefficients) add(row.source!.startsWith('EcoLogits') ? 'ecologits' : 'ccf')
  add('vendor-figures', vendorFigures.length)
  add('discounts', discounts.filter(isDiscount).length)
  const idOf = (from: number) => {
    const name = models.sources[from]!.source
    return ['genai-prices', 'litellm'][from] ?? sources.find(({ id }) => id === name)?.id ?? 'pages'
  }
  for (const rows of Object.values(models.providers))
    for (const row of rows) {
      add(idOf(row.from))
      for (const { from } of row.others ?? []) if (from > 1) add(idOf(from))
    }
  return counts
}

const target = new URL('../core/prices/snapshot/', import.meta.url)
mkdirSync(target, { recursive: true })
const described: Record<string, Manifest['files'][string]> = {}
for (const [name, bytes] of Object.entries(files)) {
  const committed = compress(bytes)
  writeFileSync(new URL(`${name}.br`, target), committed)
  described[name] = {
    sha256: sha256(bytes),
    bytes: bytes.length,
    committed: committed.length,
    packed: sha256(committed),
  }
}

const check = roundTrip(instances)
if (check.lost > 0 || check.worst > 0.0005) throw new Error(`the encoding loses prices: ${JSON.stringify(check)}`)
const counts = rowsBySource()
const manifest: Manifest = {
  schema: 1,
  made: today,
  asOf: sources
    .map((source) => source.date)
    .sort()
    .at(-1)!,
  sources: sources.map((source) => ({ ...source, rows: counts.get(source.id) ?? 0 })),
  files: described,
  inputs,
  roundTrip: check,
}
// what an earlier layout left behind
for (const name of readdirSync(target)) {
  if (name.endsWith('.br') && !(name.slice(0, -'.br'.length) in files)) rmSync(new URL(name, target))
}
writeFileSync(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 2)}\n`)
process.stdout.write(
  `${JSON.stringify({ files: described, roundTrip: check, rows: Object.fromEntries(counts) }, null, 2)}\n`,
)
