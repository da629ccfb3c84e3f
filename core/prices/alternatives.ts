// What would do the same for less: `outlay prices alternatives`, and what rules and hovers say of it.
import type { PriceBook } from './book.ts'
import { type Commitment, commitmentsOf } from './commitments.ts'
import { gpuNamed, modelsNamed, typeNamed } from './find.ts'
import { type HostedName, hostedBook, hostedNamed } from './hosted-names.ts'
import { cheapestByRegion, machineAlternatives, machineMatch } from './machine-alternatives.ts'
import { clouds, hourly, type Machine } from './machines.ts'
import { type Alternative, hourLine, type Match, modelMatch } from './match.ts'
import { modelAlternatives } from './model-alternatives.ts'
import type { Need } from './needs.ts'
import { storageAlternatives, storageClassesNamed, storageMatches } from './storage-classes.ts'

export interface Alternatives {
  readonly of: Match
  readonly alternatives: readonly Alternative[]
  /** Of a machine on demand: what committing to it for years takes off. Context, in none of the savings. */
  readonly committed?: readonly Commitment[]
}

type Answer = Alternatives | { readonly error: string } | undefined

/**
 * Cheaper candidates for a machine type (`g5.xlarge`), GPUs (`8xH100`), a model or a storage class. Without a region, every
 * region is compared with itself, in the same cloud. undefined where the price book has nothing of that name.
 * @param today ISO date, by which a model counts as retired
 */
export function alternativesTo(book: PriceBook, what: string, need: Need, today = book.asOf): Answer {
  const asked = what.trim()
  if (need.gpu !== undefined && gpuNamed(book, need.gpu) === undefined)
    return { error: `No machine of the price book has a GPU named "${need.gpu}"` }
  const named = typeNamed(book, asked)
  if (named !== undefined) return withCommitments(book, ofType(book, named.cloud, named.type, need))
  const hosted = hostedNamed(book, asked)
  if (hosted.length > 1)
    return {
      error: `"${asked}" is of ${hosted.map(({ label }) => label.split(',')[0]).join(', ')}: write "${hosted[0]!.name(hosted[0]!.type)}"`,
    }
  if (hosted[0] !== undefined) return ofHosted(book, hosted[0], need)
  const gpu = gpuNamed(book, asked)
  if (gpu !== undefined) return withCommitments(book, ofGpu(book, gpu.gpu, gpu.gpus ?? need.gpus ?? 1, need))
  const storage = storageClassesNamed(asked)
  if (storage.length > 1)
    return {
      error: `"${asked}" is a class of ${storage.map(({ service }) => service).join(' and ')}: write "${storage[0]!.service} ${storage[0]!.name}"`,
    }
  if (storage[0] !== undefined) return ofStorage(book, storage[0], need)
  const model = modelsNamed(book, asked)[0]
  if (model !== undefined) return { of: modelMatch(model), alternatives: modelAlternatives(book, model, today) }
  return undefined
}

function withCommitments(book: PriceBook, answer: Answer): Answer {
  if (answer === undefined || 'error' in answer || answer.of.lines[0]?.purchase !== 'on-demand') return answer
  return { ...answer, committed: commitmentsOf(book, answer.of.provider, answer.of.what) }
}

/** What it costs, region by region; only in those that are named, if any is. */
function pricesOf(book: PriceBook, cloud: Machine['provider'], type: string, need: Need): readonly Machine[] {
  const of = clouds.find((each) => each === cloud)!
  const specs = book.specs(of, type)
  if (specs === undefined) return []
  const purchase = need.spot === 'yes' ? 'spot' : 'on-demand'
  return book
    .regions(of)
    .filter((region) => need.regions.length === 0 || need.regions.includes(region))
    .flatMap((region) => {
      const price = book.instance(of, type, region, purchase)
      return price === undefined ? [] : [{ provider: of, type, region, specs, purchase, price, machines: 1 } as const]
    })
    .sort((a, b) => hourly(a) - hourly(b))
}

function ofType(book: PriceBook, cloud: Machine['provider'], type: string, need: Need): Answer {
  const prices = pricesOf(book, cloud, type, need)
  const of = prices[0]
  if (of === undefined) {
    const where = need.regions.length === 0 ? 'anywhere' : `in ${need.regions.join(', ')}`
    return { error: `The price book has no ${need.spot === 'yes' ? 'spot' : 'on-demand'} price of ${type} ${where}` }
  }
  if (need.regions.length > 0) return { of: machineMatch(of), alternatives: machineAlternatives(book, { of, need }) }
  return { of: everywhere(prices), alternatives: cheapestByRegion(book, { of, need }, prices) }
}

/** As many machines of one's own as are shown beside the hosted ones. */
const mostSelfRun = 2

/**
 * Other types of the same service, engine and deployment; for model hosting also machines of one's own, in a region that is named.
 * What it runs on is the service's affair: only an engine must be there for another CPU.
 */
function ofHosted(book: PriceBook, hosted: HostedName, need: Need): Answer {
  const found = ofType(hostedBook(book, hosted), hosted.cloud, hosted.type, { ...need, spot: 'no' })
  if (found === undefined || 'error' in found)
    return {
      error: `The price book has no price of ${hosted.name(hosted.type)}${need.regions.length === 0 ? '' : ' there'}`,
    }
  const named = <T extends Match>(match: T): T => ({
    ...match,
    what: hosted.name(match.what),
    lines: match.lines.map((line) => ({ ...line, label: line.label.replace('on-demand', hosted.label) })),
  })
  const cpu = (loss: string) => (loss.startsWith('arm64') ? 'runs on arm64: the engine version must support it' : loss)
  const same = found.alternatives.map((each) => ({
    ...named(each),
    lost: hosted.kind === 'database' ? each.lost.map(cpu) : each.lost,
  }))
  return { of: named(found.of), alternatives: [...same, ...selfRun(book, hosted, need)] }
}

function selfRun(book: PriceBook, hosted: HostedName, need: Need): readonly Alternative[] {
  const [of] = need.regions.length === 0 ? [] : pricesOf(hostedBook(book, hosted), hosted.cloud, hosted.type, need)
  if (hosted.kind !== 'hosting' || of === undefined) return []
  return machineAlternatives(book, { of, need: { ...need, spot: 'no' } })
    .filter(({ provider }) => provider === hosted.cloud)
    .slice(0, mostSelfRun)
    .map((each) => ({ ...each, lost: ['managed hosting: the server is run by you', ...each.lost] }))
}

function everywhere(prices: readonly Machine[]): Match {
  const lines = prices.map(({ purchase, price, specs, region }) => ({
    ...hourLine(purchase, price, specs),
    label: `${purchase} in ${region}`,
  }))
  return { ...machineMatch(prices[0]!), region: undefined, lines }
}

/** GPUs without a machine: compared with the cheapest of the three clouds' machines that has them, where it may run. */
function ofGpu(book: PriceBook, gpu: string, gpus: number, need: Need): Answer {
  const all = clouds.flatMap((cloud) =>
    book
      .types(cloud)
      .filter((type) => {
        const specs = book.specs(cloud, type)
        return specs?.accelerator === gpu && specs.accelerators >= gpus
      })
      .flatMap((type) => pricesOf(book, cloud, type, need)),
  )
  const of = all.sort((a, b) => hourly(a) - hourly(b))[0]
  if (of === undefined)
    return {
      error: `None of the three clouds has a priced machine with ${gpus} × ${gpu}${need.regions.length === 0 ? '' : ' there'} to compare with`,
    }
  const regions = need.regions.length === 0 ? [of.region!] : need.regions
  return { of: machineMatch(of), alternatives: machineAlternatives(book, { of, need: { ...need, gpus, regions } }) }
}

function ofStorage(book: PriceBook, storage: Parameters<typeof storageAlternatives>[1], need: Need): Answer {
  const all = book.regions(storage.cloud)
  const regions = need.regions.length === 0 ? all : all.filter((region) => need.regions.includes(region))
  const prices = storageMatches(book, storage, regions)
  const first = prices[0]
  if (first === undefined)
    return { error: `The price book has no price of ${storage.service} ${storage.name} in ${need.regions.join(', ')}` }
  const of =
    need.regions.length > 0 || prices.length === 1
      ? first
      : {
          ...first,
          region: undefined,
          lines: prices.map((each) => ({ ...each.lines[0]!, label: `storage in ${each.region}` })),
        }
  return { of, alternatives: storageAlternatives(book, storage, regions, need.regions) }
}
