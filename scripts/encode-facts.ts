// Writes core/prices/snapshot/{accelerators,gpu,discounts,carbon,coefficients}.tsv out of the tables of those matters.
import { earliest } from './encode-tables.ts'
import { type Row, writeTsv } from './snapshot-file.ts'

/** @param rows accelerators.csv. Power is the maker's; a blank is not published. */
export function encodeAccelerators(rows: readonly Row[]): string {
  return writeTsv(['name', 'vendor', 'memory_gib', 'tdp_w', 'fp16_dense_tflops', 'year', 'source'], rows)
}

/** Id of the first data source an accelerator's row names. */
export const acceleratorSourceIdOf = (row: Row) =>
  row.source!.includes('huggingface.js')
    ? 'huggingface'
    : row.source!.includes('ml-engineering')
      ? 'ml-engineering'
      : 'pages'

const gpuSources: Readonly<Record<string, string>> = {
  'skypilot-v8-stored': 'SkyPilot catalog v8',
  'gpuhunt-crusoe': 'Crusoe list prices, by gpuhunt',
}

const gpuSource = (code: string) =>
  gpuSources[code] ?? `tardellirs/gpu-pricing, ${/\((.+)\)/.exec(code)?.[1] ?? 'on-demand'} prices`

/** Id of the data source of a GPU cloud's row. */
export const gpuSourceIdOf = (row: Row) =>
  row.source!.startsWith('gpu-pricing')
    ? 'gpu-pricing'
    : row.source === 'gpuhunt-crusoe'
      ? 'gpuhunt-crusoe'
      : 'skypilot'

const gpuColumns = [
  'provider',
  'type',
  'region',
  'vcpu',
  'memory_gib',
  'accelerator',
  'accelerators',
  'gpu_memory_gib',
  'on_demand',
  'spot',
  'source',
  'as_of',
  'weak',
]

function gpuWeak(row: Row): string {
  if (/\((marketplace|community)\)/.test(row.source!)) return 'a marketplace offer: its hosts set the price'
  if (row.source === 'skypilot-v8-stored') return 'the catalogue gives no day for its rows: 2025 or 2026'
  return ''
}

/** @param rows the rows of instances.csv that are of no hyperscaler; one without an accelerator is no GPU offer. */
export function encodeGpu(rows: readonly Row[]): string {
  return writeTsv(
    gpuColumns,
    rows
      .filter((row) => row.accelerator_name)
      .map((row) => ({
        provider: row.provider!,
        type: row.instance_type!,
        region: row.region!,
        vcpu: row.vcpu!,
        memory_gib: row.memory_gib!,
        accelerator: row.accelerator_name!,
        accelerators: row.accelerator_count!,
        gpu_memory_gib: row.gpu_memory_gib!,
        on_demand: row.on_demand_usd_per_hour!,
        spot: row.spot_usd_per_hour!,
        source: gpuSource(row.source!),
        as_of: earliest(row.source_date!),
        weak: gpuWeak(row),
      })),
  )
}

/** A region's index, a start-up time and an own sum are no discounts, and what costs more is none either. */
const noDiscount = /^(region_index|coldstart|stated\.schedule)/

/** Rows of discounts.csv that are discounts. */
export const isDiscount = (row: Row) => !noDiscount.test(row.kind!) && Number(row.median_or_stated) > 0

const measured: Readonly<Record<string, string>> = {
  'measured in instances.csv': "measured over this snapshot's prices",
  'measured us-east-1': "measured over this snapshot's prices in us-east-1",
  'vantage parquet': 'measured over AWS list prices, collected from instances.vantage.sh',
  'Cyclenerd pricing.yml us-central1': 'measured over Google Cloud list prices in us-central1, by Cyclenerd',
}

/** @param rows discounts.csv */
export function encodeDiscounts(rows: readonly Row[]): string {
  return writeTsv(
    ['kind', 'cloud', 'subject', 'median', 'p10', 'p90', 'n', 'source', 'as_of'],
    rows.filter(isDiscount).map((row) => ({
      ...row,
      cloud: row.provider!,
      median: row.median_or_stated!,
      source: measured[row.source!] ?? row.source!.replace('skills/.../references ', ''),
      as_of: earliest(row.source_date!),
    })),
  )
}

const grids: readonly (readonly [RegExp, id: string, string])[] = [
  [/GSF real-time-cloud/, 'gsf', 'GSF real-time-cloud (Electricity Maps yearly average, location-based)'],
  [/region-carbon-info/, 'google-carbon', 'Google Cloud region carbon info'],
  [/ccf-coefficients/, 'ccf', 'Cloud Carbon Footprint coefficients'],
  [/Cloud Carbon Footprint/, 'ccf', 'Cloud Carbon Footprint grid factors'],
]

const gridOf = (row: Row) => grids.find(([pattern]) => pattern.test(row.source!))!

/** Id of the data source of a region's row. */
export const carbonSourceIdOf = (row: Row) => gridOf(row)[1]

/** @param rows carbon_regions.csv */
export function encodeCarbon(rows: readonly Row[]): string {
  return writeTsv(
    ['cloud', 'region', 'g_co2e_per_kwh', 'pue', 'water_l_per_kwh', 'carbon_free', 'source', 'year'],
    rows.map((row) => ({
      ...row,
      cloud: row.provider!,
      g_co2e_per_kwh: row.gco2e_per_kwh!,
      water_l_per_kwh: row.wue_l_per_kwh!,
      carbon_free: row.carbon_free_energy!,
      source: gridOf(row)[2],
    })),
  )
}

/** CCF's fifth EPYC draws four times what its neighbours draw, in the same table: a fault of it, so it is not known. */
const outlier = /^cpu\.EPYC 5th Gen\./

/** Day of Cloud Carbon Footprint's code, where the table leaves it out. */
const ccfDate = '2024-03-25'

/** `1.09-1.14` is a range between data centres: two coefficients, `.low` and `.high`. */
function bounds(row: Row): Row[] {
  const range = /^([\d.]+)-([\d.]+)$/.exec(row.value!)
  if (range === null) return [row]
  return [
    { ...row, key: `${row.key}.low`, value: range[1]! },
    { ...row, key: `${row.key}.high`, value: range[2]! },
  ]
}

/** What a vendor says of its own service: key of the column, unit. */
const perPrompt = [
  ['wh_per_prompt', 'Wh/prompt'],
  ['gco2e_per_prompt', 'gCO2e/prompt'],
  ['water_ml_per_prompt', 'mL/prompt'],
] as const

function vendorFigures(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) =>
    perPrompt.flatMap(([column, unit]) => {
      if (!row[column]) return []
      const source = `${row.source}: ${row.what}; ${row.scope}`
      return [{ key: `vendor.${row.vendor}.${column}`, value: row[column], unit, source, as_of: earliest(row.date!) }]
    }),
  )
}

/** @param rows carbon_coefficients.csv @param llm llm_energy.csv */
export function encodeCoefficients(rows: readonly Row[], llm: readonly Row[]): string {
  const own = rows
    .filter((row) => !outlier.test(row.key!))
    .flatMap(bounds)
    .map((row) => ({
      ...row,
      source: row.source!.startsWith('EcoLogits')
        ? 'EcoLogits 0.9.1, methodology of LLM inference'
        : row.source!.startsWith('ccf-coefficients')
          ? 'Cloud Carbon Footprint coefficients'
          : 'Cloud Carbon Footprint',
      as_of: row.source_date || ccfDate,
    }))
  return writeTsv(['key', 'value', 'unit', 'source', 'as_of'], [...own, ...vendorFigures(llm)])
}
