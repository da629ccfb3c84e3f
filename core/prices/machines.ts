// Every machine in the price book that meets a need, and what it lacks beside the one it would replace.
import { isCloud } from '../cloud-types.ts'
import { say } from '../money.ts'
import type { Cloud, Price } from '../types.ts'
import { areaOf } from './areas.ts'
import type { GpuOffer, InstanceSpecs, PriceBook } from './book.ts'
import { interruptionBands } from './interruption.ts'
import {
  type Architecture,
  architectureOf,
  generationOf,
  gradeOf,
  hasLocalDisk,
  isBurstable,
  isFlex,
  isOfAnyCpu,
  isWithdrawn,
  platformOf,
  spotNotice,
  unratedSpot,
} from './machine-kinds.ts'
import type { Need } from './needs.ts'

export const clouds: readonly Cloud[] = ['aws', 'gcp', 'azure']

/** A machine at one price in one place. */
export interface Machine {
  readonly provider: string
  readonly type: string
  readonly region: string | undefined
  readonly specs: InstanceSpecs
  readonly purchase: 'on-demand' | 'spot'
  readonly price: Price
  /** How many of them make up the need. */
  readonly machines: number
}

/** What one gives up: a word to compare by, what is said of it, and how much it is. */
export interface Loss {
  readonly kind: string
  readonly text: string
  /** Of two losses of a kind, the one with more is the greater. */
  readonly degree: number
}

/** The machine that is to be replaced, and what is asked of another. */
export interface Wanted {
  readonly of: Machine
  readonly need: Need
}

export const hourly = ({ price, machines }: Machine): number => price.usd * machines

/** With a GPU, the GPU is what is needed: a host of half the size is named as a loss, not refused. */
const smallestHost = 0.5
/** A GPU below this share of the other's speed does not do the same work. */
const slowestGpu = 0.5

function speedOf(book: PriceBook, gpu: string | undefined, than: string | undefined): number | undefined {
  const [one, other] = [gpu, than].map((name) => (name === undefined ? undefined : book.accelerator(name)?.fp16Tflops))
  return one === undefined || other === undefined ? undefined : one / other
}

function sameWork(book: PriceBook, gpu: string, had: string): boolean {
  const [grade, was] = [gradeOf(gpu), gradeOf(had)]
  if ((was === 'hbm' && grade !== 'hbm') || (was !== 'old' && grade === 'old')) return false
  return (speedOf(book, gpu, had) ?? 1) >= slowestGpu
}

function enough(has: number | undefined, asked: number | undefined, had: number | undefined, share: number): boolean {
  if (asked !== undefined) return has !== undefined && has >= asked
  return had === undefined || (has === undefined ? share < 1 : has >= had * share)
}

interface Candidate {
  readonly specs: InstanceSpecs
  readonly type: string
  readonly seller: string
}

/** How many such machines meet the need; 0 where none does. */
function machinesFor(book: PriceBook, wanted: Wanted, candidate: Candidate): number {
  const gpus = wanted.need.gpus ?? wanted.of.specs.accelerators
  if (gpus > 0) return gpuMachinesFor(book, wanted, candidate, gpus)
  // An accelerator that nobody counts, an FPGA or a part whose size is not told, has no equal but its own type.
  if (wanted.of.specs.accelerator !== undefined) return candidate.type === wanted.of.type ? 1 : 0
  const { specs } = candidate
  const isPlain = specs.accelerators === 0 && specs.accelerator === undefined
  return isPlain && isHost(wanted, specs, 1) ? 1 : 0
}

/** A seller of single GPUs is asked for several. */
function gpuMachinesFor(book: PriceBook, wanted: Wanted, { specs, seller }: Candidate, gpus: number): number {
  if (specs.accelerator === undefined || specs.accelerators < Math.min(1, gpus)) return 0
  const machines = isCloud(seller) ? 1 : Math.max(1, Math.ceil(gpus / specs.accelerators))
  if (specs.accelerators * machines < gpus || !isGpu(book, wanted, specs.accelerator, specs)) return 0
  const share = smallestHost * Math.min(1, gpus / (wanted.of.specs.accelerators || gpus))
  const host = { vcpu: specs.vcpu && specs.vcpu * machines, memoryGiB: specs.memoryGiB && specs.memoryGiB * machines }
  return isHost(wanted, host, share) ? machines : 0
}

/** The GPU that is asked for; where none is, one that does the same work as the one there was. */
function isGpu(
  book: PriceBook,
  { of, need }: Wanted,
  gpu: string,
  { acceleratorMemoryGiB = 0 }: InstanceSpecs,
): boolean {
  if (need.gpu !== undefined)
    return need.gpu.toLowerCase() === gpu.toLowerCase() && acceleratorMemoryGiB >= (need.gpuMemoryGiB ?? 0)
  if (acceleratorMemoryGiB < (need.gpuMemoryGiB ?? of.specs.acceleratorMemoryGiB ?? 0)) return false
  const had = of.specs.accelerator
  if (had === undefined || gpu === had) return true
  return platformOf(gpu) === platformOf(had) && (need.gpuMemoryGiB !== undefined || sameWork(book, gpu, had))
}

/** @param share of what there was that is enough where nothing is asked for */
const isHost = ({ of, need }: Wanted, host: Pick<InstanceSpecs, 'vcpu' | 'memoryGiB'>, share: number): boolean =>
  enough(host.vcpu, need.vcpu, of.specs.vcpu, share) &&
  enough(host.memoryGiB, need.memoryGiB, of.specs.memoryGiB, share)

/** The regions of a cloud that are allowed: those named; where none of it is, those in the same parts of the world. */
export function allowedRegions(book: PriceBook, cloud: Cloud, named: readonly string[]): readonly string[] {
  const all = book.regions(cloud)
  if (named.length === 0) return all
  const own = all.filter((region) => named.includes(region))
  if (own.length > 0) return own
  const areas = new Set(named.map(areaOf))
  return all.filter((region) => areas.has(areaOf(region)))
}

const purchases = ['on-demand', 'spot'] as const

const wantsPurchase = ({ spot }: Need, purchase: 'on-demand' | 'spot') =>
  spot === undefined || (purchase === 'spot') === (spot === 'yes')

/** Spot prices move: a weak one (years old, or what somebody once asked) is no offer. */
const isStale = (purchase: 'on-demand' | 'spot', { weak }: Price) => purchase === 'spot' && weak !== undefined

/** Everything that meets the need, dearer ones too; of one cloud, or of every seller. */
export function machinesThatFit(book: PriceBook, wanted: Wanted, only?: string): readonly Machine[] {
  const { need } = wanted
  const ofClouds = clouds.flatMap((cloud) => {
    if (only !== undefined && cloud !== only) return []
    const regions = allowedRegions(book, cloud, need.regions)
    return book.types(cloud).flatMap((type) => {
      const specs = book.specs(cloud, type)
      if (specs === undefined || isWithdrawn(cloud, type)) return []
      if (need.arch !== undefined && architectureOf(cloud, type) !== need.arch) return []
      if (machinesFor(book, wanted, { specs, type, seller: cloud }) === 0) return []
      return regions.flatMap((region) =>
        purchases.flatMap((purchase) => {
          const price = wantsPurchase(need, purchase) ? book.instance(cloud, type, region, purchase) : undefined
          return price === undefined || isStale(purchase, price)
            ? []
            : [{ provider: cloud, type, region, specs, purchase, price, machines: 1 }]
        }),
      )
    })
  })
  if (only !== undefined) return ofClouds
  return [...ofClouds, ...book.gpuOffers().flatMap((offer) => offered(book, wanted, offer))]
}

function offered(book: PriceBook, wanted: Wanted, { provider, type, region, specs, onDemand, spot }: GpuOffer) {
  const { need } = wanted
  const area = areaOf(region)
  const near = need.regions.length === 0 || area === undefined || need.regions.some((each) => areaOf(each) === area)
  const runs = need.arch === undefined || need.arch === architectureOfMachine(provider, type, specs)
  const machines = near && runs ? machinesFor(book, wanted, { specs, type, seller: provider }) : 0
  if (machines === 0) return []
  return purchases.flatMap((purchase): Machine[] => {
    const price = purchase === 'spot' ? spot : onDemand
    if (price === undefined || isStale(purchase, price) || !wantsPurchase(need, purchase)) return []
    return [{ provider, type, region: region || undefined, specs, purchase, price, machines }]
  })
}

/** Where the machine stands in somebody's home or office. https://docs.vast.ai, https://docs.salad.com, https://akash.network/docs */
const shared = (provider: string, type: string) =>
  ['vast-ai', 'salad', 'akash'].includes(provider) || /community|marketplace/.test(type)

/** NVIDIA's Grace is the host of GH200 and GB200; everybody else sells x86_64 with GPUs. */
const architectureOfMachine = (provider: string, type: string, { accelerator }: InstanceSpecs): Architecture =>
  isCloud(provider) ? architectureOf(provider, type) : /^G[HB]\d/.test(accelerator ?? '') ? 'arm64' : 'x86_64'

type Lose = (kind: string, text: string, degree?: number) => void

const plural = (count: number, unit: string) => say`${count} ${unit}`

/** What a machine lacks that the other has. Only what is known. */
export function lossesOf(book: PriceBook, { of, need }: Wanted, it: Machine): readonly Loss[] {
  const losses: Loss[] = []
  const lose: Lose = (kind, text, degree = 1) => losses.push({ kind, text, degree })
  if (it.purchase === 'spot' && of.purchase !== 'spot') spot(book, it, lose)
  if (it.provider !== of.provider) {
    lose('elsewhere', `moves to ${it.provider}: data there, its own account and APIs`)
    if (it.region === undefined) lose('place', 'where it runs is not listed')
    if (!isCloud(it.provider) && shared(it.provider, it.type)) lose('host', 'hosted by third parties, no SLA')
  } else if (it.region !== of.region) lose('region', `runs in ${it.region ?? 'a region that is not listed'}`)
  const [gpu, had] = [it.specs.accelerator, of.specs.accelerator]
  if (gpu !== undefined && had !== undefined && gpu !== had) differentGpu(book, gpu, had, lose)
  if (it.machines > 1)
    lose(
      'apart',
      `${it.machines} machines of ${plural(it.specs.accelerators, 'GPU')}: that they stand in one node is not promised`,
    )
  host(it, of, need, lose)
  const [arch, was] = [it, of].map(({ provider, type, specs }) => architectureOfMachine(provider, type, specs))
  if (arch !== was) lose('architecture', `${arch}, not ${was}: images and binaries built for it`)
  if (isCloud(it.provider) && isCloud(of.provider)) kindOfCpu(it, it.provider, of, of.provider, lose)
  return losses
}

/** How often spot machines of a type are taken back, in words: `interrupted 15–20 % a month (AWS Spot Advisor, 2025-06-28)`. */
function interruptionOf(book: PriceBook, cloud: Cloud, type: string, region: string | undefined): string {
  const rate = region === undefined ? undefined : book.interruption(cloud, type, region)
  return rate === undefined ? unratedSpot[cloud] : `interrupted ${rate.band} a month (${rate.source}, ${rate.asOf})`
}

/** Of two that are taken back alike, the one less often is no loss beside the other: the degree is the place of its band. */
function spot(book: PriceBook, { provider, type, region }: Machine, lose: Lose): void {
  if (!isCloud(provider)) {
    lose('spot', 'spot: taken back at any time; how often is not published', interruptionBands.length)
    return
  }
  const band = region === undefined ? undefined : book.interruption(provider, type, region)?.band
  const often = interruptionOf(book, provider, type, region)
  const degree = band === undefined ? interruptionBands.length : 1 + interruptionBands.indexOf(band)
  lose('spot', `spot: taken back at ${spotNotice[provider]}' notice, ${often}, price moves`, degree)
}

/** One that is known to be as fast, and not made for games, is no loss: the specs show it. */
function differentGpu(book: PriceBook, gpu: string, had: string, lose: Lose): void {
  const speed = speedOf(book, gpu, had)
  const consumer = gradeOf(gpu) === 'consumer' && gradeOf(had) !== 'consumer'
  if (consumer) lose('consumer', `${gpu} is a consumer card (GeForce)`)
  if (speed !== undefined && speed >= 1) return
  const [year, hadYear] = [book.accelerator(gpu)?.year, book.accelerator(had)?.year]
  const share = speed === undefined ? 'speed not compared' : `${Math.round(speed * 100)} % of its dense FP16`
  const older = year !== undefined && hadYear !== undefined && year < hadYear ? `, of ${year}, not ${hadYear}` : ''
  lose('gpu', `${gpu} instead of ${had}: ${share}${older}`, speed === undefined ? 1 : 2 - speed)
}

function host(it: Machine, of: Machine, need: Need, lose: Lose): void {
  const vcpu = it.specs.vcpu && it.specs.vcpu * it.machines
  const memory = it.specs.memoryGiB && it.specs.memoryGiB * it.machines
  if (vcpu === undefined && memory === undefined) lose('unlisted', 'vCPUs and memory not listed')
  const fewer: string[] = []
  if (need.vcpu === undefined && vcpu !== undefined && of.specs.vcpu !== undefined && vcpu < of.specs.vcpu)
    fewer.push(`${plural(vcpu, 'vCPUs')}, not ${plural(of.specs.vcpu, '')}`.trim())
  if (
    need.memoryGiB === undefined &&
    memory !== undefined &&
    of.specs.memoryGiB !== undefined &&
    memory < of.specs.memoryGiB
  )
    fewer.push(`${plural(memory, 'GiB of memory')}, not ${plural(of.specs.memoryGiB, '')}`.trim())
  if (fewer.length > 0) lose('smaller', fewer.join('; '))
}

function kindOfCpu(it: Machine, cloud: Cloud, of: Machine, ofCloud: Cloud, lose: Lose): void {
  if (isBurstable(cloud, it.type) && !isBurstable(ofCloud, of.type))
    lose('burstable', 'burstable: full CPU only for a share of the time')
  if (isFlex(cloud, it.type) && !isFlex(ofCloud, of.type))
    lose('flex', 'flex: full CPU 95 % of the time, 40 % at least')
  if (isOfAnyCpu(cloud, it.type) && !isOfAnyCpu(ofCloud, of.type))
    lose('any-cpu', 'E2: Google picks the CPU, which may be an older one')
  if (cloud !== ofCloud) return
  const [now, then] = [generationOf(cloud, it.type), generationOf(cloud, of.type)]
  if (now && then && now.line === then.line && now.generation < then.generation)
    lose('generation', `generation ${now.generation}, not ${then.generation}`, then.generation - now.generation)
  if (hasLocalDisk(cloud, of.type) && !hasLocalDisk(cloud, it.type)) lose('disk', 'no local disk')
}
