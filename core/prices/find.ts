// The same thing in every region and cloud: what `outlay prices find` prints.
import type { Cloud, Provider } from '../types.ts'
import type { GpuOffer, ModelPrice, PriceBook } from './book.ts'
import { hostedNamed } from './hosted-names.ts'
import { clouds } from './machines.ts'
import { hourLine, lineOf, type Match, machineSpecs, modelMatch } from './match.ts'
import { kindOf } from './model-id.ts'
import { gpuNeed } from './needs.ts'
import { storageClassesNamed, storageMatches } from './storage-classes.ts'

/** A machine type under the name the price list has for it, however it was written; `d4s_v5` is Standard_D4s_v5. `aws/g5.xlarge` is only of AWS. */
export function typeNamed(book: PriceBook, text: string): { readonly cloud: Cloud; readonly type: string } | undefined {
  const lower = text.toLowerCase()
  const own = clouds.find((cloud) => lower.startsWith(`${cloud}/`))
  const asked = own === undefined ? lower : lower.slice(own.length + 1)
  const names = asked.includes('_') ? [asked, `standard_${asked}`] : [asked]
  for (const cloud of own === undefined ? clouds : [own]) {
    const type = book.types(cloud).find((each) => names.includes(each.toLowerCase()))
    if (type !== undefined) return { cloud, type }
  }
  return undefined
}

/** `8xH100`, `T4`: an accelerator of the price list, and how many in one machine where that was said. */
export function gpuNamed(
  book: PriceBook,
  text: string,
): { readonly gpu: string; readonly gpus: number | undefined } | undefined {
  const need = gpuNeed(text)
  const name = need?.gpu?.toLowerCase()
  if (name === undefined) return undefined
  const inClouds = clouds.flatMap((cloud) => book.types(cloud).map((type) => book.specs(cloud, type)?.accelerator))
  const all = [...inClouds, ...book.gpuOffers().map(({ specs }) => specs.accelerator)]
  const gpu = all.find((each) => each?.toLowerCase() === name)
  return gpu === undefined ? undefined : { gpu, gpus: /^\d+\s*[x×*]/i.test(text) ? need?.gpus : undefined }
}

/** `gpt-4o`, `openai/gpt-4o`: the model of every provider that sells it, or of the one that was named. */
export function modelsNamed(book: PriceBook, text: string): readonly ModelPrice[] {
  const all = book.models()
  const slash = text.indexOf('/')
  const seller = all.find(({ provider }) => provider === text.slice(0, Math.max(0, slash)))?.provider
  const exact = seller && book.model(seller, text.slice(slash + 1))
  if (exact) return [exact]
  const kind = kindOf(text)
  const sellers = [...new Set(all.map(({ provider }) => provider))]
  const named = sellers.map((provider) => book.model(provider, text)).filter((model) => model !== undefined)
  const kinds = all.filter((model) => kindOf(model.id) === kind)
  const seen = new Set<string>()
  return [...named, ...kinds].filter(({ provider, id }) => {
    const fresh = !seen.has(`${provider}/${id}`)
    seen.add(`${provider}/${id}`)
    return fresh
  })
}

function typeMatches(book: PriceBook, cloud: Cloud, type: string, regions: readonly string[]): readonly Match[] {
  const specs = book.specs(cloud, type)
  return regions.flatMap((region): Match[] => {
    const lines = (['on-demand', 'spot'] as const).flatMap((purchase) => {
      const price = book.instance(cloud, type, region, purchase)
      return price === undefined ? [] : [hourLine(purchase, price, specs)]
    })
    return lines.length === 0 ? [] : [{ what: type, provider: cloud, region, lines, specs: machineSpecs(specs) }]
  })
}

type Regions = (cloud: Cloud) => readonly string[]

function gpuMatches(
  book: PriceBook,
  gpu: string,
  gpus: number | undefined,
  regions: Regions,
  region: string | undefined,
): readonly Match[] {
  const ofClouds = clouds.flatMap((cloud) =>
    book.types(cloud).flatMap((type) => {
      const specs = book.specs(cloud, type)
      const same = specs?.accelerator === gpu && (gpus === undefined || specs.accelerators === gpus)
      return same ? typeMatches(book, cloud, type, regions(cloud)) : []
    }),
  )
  const ofSellers = book
    .gpuOffers()
    .filter(({ specs }) => specs.accelerator === gpu && (gpus === undefined || specs.accelerators === gpus))
  return [...ofClouds, ...offerMatches(ofSellers, region)]
}

function offerMatches(offers: readonly GpuOffer[], region: string | undefined): readonly Match[] {
  return offers.flatMap((offer): Match[] => {
    const { specs, type, provider } = offer
    if (region !== undefined && region !== offer.region) return []
    const lines = [
      ...(offer.onDemand ? [hourLine('on-demand', offer.onDemand, specs)] : []),
      ...(offer.spot ? [hourLine('spot', offer.spot, specs)] : []),
    ]
    return [{ what: type, provider, region: offer.region || undefined, lines, specs: machineSpecs(specs) }]
  })
}

/** `gpu_8x_h100_sxm5`, `rack-1`: what a GPU cloud offers, or a machine of one's own, by its name. */
const offersNamed = (book: PriceBook, text: string): readonly GpuOffer[] =>
  book.gpuOffers().filter(({ type }) => type.toLowerCase() === text.toLowerCase())

/** `ml.g5.xlarge`, `postgres db.r5.large`: what somebody else runs, at its own price. */
function hostedMatches(book: PriceBook, text: string, regions: Regions): readonly Match[] {
  return hostedNamed(book, text).flatMap((hosted) => {
    const specs = machineSpecs(book.specs(hosted.cloud, hosted.type))
    return regions(hosted.cloud).flatMap((region): Match[] => {
      const price = hosted.price(book, hosted.type, region)
      const line = price && lineOf(hosted.label, 'hour', price)
      return line ? [{ what: hosted.name(hosted.type), provider: hosted.cloud, region, lines: [line], specs }] : []
    })
  })
}

/** What it costs at least, per GPU where there are any; by the prices that are not weak, where there are any. */
function cheapest({ lines }: Match): number {
  const sound = lines.filter(({ weak }) => weak === undefined)
  const counted = sound.length > 0 ? sound : lines
  const hourly = counted.some(({ unit }) => unit === 'hour')
  if (hourly) return Math.min(...counted.map((line) => line.perGpuHour ?? line.usd))
  return counted[0]?.usd ?? Number.POSITIVE_INFINITY
}

/**
 * A machine type, an accelerator, an offer, a model or a storage class: what it costs, cheapest first. Empty where there is none of
 * exactly that name.
 * @param region exactly this one; everywhere if it is not given. A model's price has no region and is always there.
 */
export function find(book: PriceBook, text: string, region?: string): readonly Match[] {
  const asked = text.trim()
  const regions: Regions = (cloud) => (region === undefined ? book.regions(cloud) : [region])
  const places: Regions = (cloud) =>
    region === undefined && cloud === 'gcp' ? [...regions(cloud), ...multiRegions] : regions(cloud)
  const type = typeNamed(book, asked)
  const gpu = type === undefined ? gpuNamed(book, asked) : undefined
  const matches = [
    ...(type === undefined ? [] : typeMatches(book, type.cloud, type.type, regions(type.cloud))),
    ...(gpu === undefined ? [] : gpuMatches(book, gpu.gpu, gpu.gpus, regions, region)),
    ...(type === undefined && gpu === undefined ? offerMatches(offersNamed(book, asked), region) : []),
    ...hostedMatches(book, asked, regions),
    ...storageClassesNamed(asked).flatMap((each) => storageMatches(book, each, places(each.cloud))),
    ...modelsNamed(book, asked).map((model) => modelMatch(model)),
  ]
  return matches.sort((a, b) => cheapest(a) - cheapest(b))
}

const multiRegions = ['us-multi', 'europe-multi', 'asia-multi']

/** Every name `find` knows, for a suggestion where one is mistyped. */
export function namesOf(book: PriceBook): readonly string[] {
  const models = new Set(book.models().map(({ id }: { readonly id: string; readonly provider: Provider }) => id))
  return [...clouds.flatMap((cloud) => book.types(cloud)), ...models]
}
