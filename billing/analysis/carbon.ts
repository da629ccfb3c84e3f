import { sum } from '../../core/band.ts'
import { machineCarbon, storageCarbon } from '../../core/carbon/resource.ts'
import { tokensCarbon } from '../../core/carbon/tokens.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Band, Carbon, Provider } from '../../core/types.ts'
import type { Filter, Usage } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, grouped, type Kind, total } from './ask.ts'
import { directionOf, tokensPer } from './token-use.ts'

/** Energy and emissions of what was used, from published factors only (core/carbon); all else is money whose carbon is not known. */
export interface SpendCarbon {
  readonly parts: readonly CarbonPart[]
  /** Of the parts that are known; undefined where none is. */
  readonly kWh: Band | undefined
  readonly kgCO2e: Band | undefined
  readonly waterL: Band | undefined
  /** Of the effective cost, what `kgCO2e` and `kWh` are of, and the whole. */
  readonly covered: readonly (Kind & {
    readonly kWh: number
    readonly kgCO2e: number
    readonly effectiveCost: number
  })[]
}

export interface CarbonPart extends Kind {
  /** `m5.large in eu-west-1`, `EBS gp3 in us-east-1`, `output of gpt-oss-120b`. */
  readonly what: string
  readonly quantity: number
  readonly unit: 'hours' | 'GB-months' | 'output tokens'
  readonly effectiveCost: number
  readonly carbon: Carbon
}

/** How a row is reckoned; undefined where no published factor is of it. */
interface Way {
  readonly what: string
  readonly unit: CarbonPart['unit']
  readonly quantity: number
  carbon(quantity: number, book: PriceBook): Carbon
}

export async function carbonOf(
  ask: Ask,
  book: PriceBook,
  range: Range,
  where?: readonly Filter[],
): Promise<SpendCarbon> {
  const rows = await ask({ ask: 'usage', by: ['provider', 'service', 'model', 'region', 'meter'], where, ...range })
  const known = rows.flatMap((row) => {
    const way = machineWay(row) ?? diskWay(row) ?? tokenWay(row)
    return way === undefined ? [] : [{ ...row, way }]
  })
  const parts = apart(known).flatMap(({ currency, grade, rows }) =>
    grouped(rows, ({ way }) => way.what).map(([what, of]): CarbonPart => {
      const quantity = total(of.map(({ way }) => way.quantity))
      const { unit, carbon } = of[0]!.way
      const effectiveCost = total(of.map((row) => row.effectiveCost))
      return { what, quantity, unit, currency, grade, effectiveCost, carbon: carbon(quantity, book) }
    }),
  )
  const cost = (of: readonly { readonly effectiveCost: number }[]) => total(of.map((each) => each.effectiveCost))
  const covered = apart(rows).map(({ currency, grade, rows }) => {
    const own = parts.filter((part) => part.currency === currency && part.grade === grade)
    const [kWh, kgCO2e] = [own.filter(({ carbon }) => carbon.kWh), own.filter(({ carbon }) => carbon.kgCO2e)]
    return { currency, grade, kWh: cost(kWh), kgCO2e: cost(kgCO2e), effectiveCost: cost(rows) }
  })
  return {
    parts: parts.sort((a, b) => b.effectiveCost - a.effectiveCost),
    kWh: sum(parts.map(({ carbon }) => carbon.kWh)),
    kgCO2e: sum(parts.map(({ carbon }) => carbon.kgCO2e)),
    waterL: sum(parts.map(({ carbon }) => carbon.waterL)),
    covered,
  }
}

const isAws = ({ dimensions }: Usage) => /\b(aws|amazon)\b/i.test(dimensions.provider ?? '')
const regionOf = ({ dimensions }: Usage) => dimensions.region ?? undefined
const place = (row: Usage) => regionOf(row) ?? 'a region that is not told'

/** What the GPUs of a machine draw is in it. */
function machineWay(row: Usage): Way | undefined {
  const [cloud, type] = isAws(row) ? ['aws' as const, awsType(row)] : ['azure' as const, azureType(row)]
  if (!type || row.quantity === null || !/^(1 )?(hrs|hours?)$/i.test(row.unit ?? '')) return undefined
  return {
    ...{ what: `${type} in ${place(row)}`, unit: 'hours', quantity: row.quantity },
    carbon: (hours, book) => machineCarbon(cloud, type, regionOf(row), hours, book),
  }
}

/** AWS names a machine's hours `USW2-BoxUsage:m5.large`, `SpotUsage:…`. */
const awsType = ({ dimensions }: Usage) =>
  /(?:^|-)(?:BoxUsage|SpotUsage):([a-z0-9-]+\.[a-z0-9-]+)$/.exec(dimensions.meter ?? '')?.[1]

/**
 * Azure names those of a Standard_D2s_v5 `D2s v5`, `D2s v5 Spot`, and one meter for two sizes that differ by their disks only
 * `D2 v3/D2s v3`. https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
function azureType({ dimensions }: Usage): string | undefined {
  const { provider, service, meter } = dimensions
  if (!/\b(microsoft|azure)\b/i.test(provider ?? '') || service !== 'Virtual Machines') return undefined
  const [first = ''] = (meter ?? '').split('/')
  const size = first.replace(/ (Spot|Low Priority)$/, '')
  return /^[A-Z]+\d+[a-z0-9-]*( [A-Z]+\d+[A-Z]*)?( v\d+)?$/.test(size)
    ? `Standard_${size.replaceAll(' ', '_')}`
    : undefined
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/ebs-billing-usage-reports.html; `TimedStorage-ByteHrs` of S3 is its standard class. */
function diskWay(row: Usage): Way | undefined {
  const meter = row.dimensions.meter ?? ''
  const volume = /(?:^|-)EBS:VolumeUsage\.([a-z0-9]+)$/.exec(meter)?.[1]
  const kept: readonly [string, string] | undefined = volume
    ? ['ebs', volume === 'piops' ? 'io1' : volume]
    : /(?:^|-)TimedStorage-ByteHrs$/.test(meter)
      ? ['s3', 'STANDARD']
      : undefined
  if (!isAws(row) || !kept || row.quantity === null || !/^GB-Mo(nths?)?$/i.test(row.unit ?? '')) return undefined
  return {
    ...{ what: `${kept.join(' ')} in ${place(row)}`, unit: 'GB-months', quantity: row.quantity },
    carbon: (gb, book) => storageCarbon('aws', kept, regionOf(row), gb, book),
  }
}

/** Who runs a model, by the words its bill names it with. */
const providers: readonly (readonly [RegExp, Provider])[] = [
  [/\b(aws|amazon)\b/i, 'bedrock'],
  [/microsoft|azure/i, 'azure-openai'],
  [/google/i, 'vertex'],
  [/^openai$/i, 'openai'],
  [/^anthropic$/i, 'anthropic'],
  [/^mistral/i, 'mistral'],
  [/^cohere$/i, 'cohere'],
  [/^groq$/i, 'groq'],
]

function tokenWay(row: Usage): Way | undefined {
  const { model, meter, provider: name } = row.dimensions
  const [per, provider] = [tokensPer(row.unit), providers.find(([words]) => words.test(name ?? ''))?.[1]]
  if (!model || !provider || per === undefined || row.quantity === null || directionOf(meter) !== 'output')
    return undefined
  return {
    ...{ what: `output of ${model} at ${name}`, unit: 'output tokens', quantity: row.quantity * per },
    carbon: (tokens, book) => tokensCarbon(provider, model, { low: tokens, likely: tokens, high: tokens }, book),
  }
}
