// Which of the machines that fit are worth naming: cheaper, and not beaten by one that costs less and gives up no more.
import type { PriceBook } from './book.ts'
import { familyOf } from './machine-kinds.ts'
import { clouds, hourly, type Loss, lossesOf, type Machine, machinesThatFit, type Wanted } from './machines.ts'
import { type Alternative, hourLine, type Match, machineSpecs } from './match.ts'

/** Of one seller; more are in `prices find`. */
const mostOnDemand = 5
const mostSpot = 2
const mostSellersOfGpus = 6

interface Candidate {
  readonly machine: Machine
  readonly losses: readonly Loss[]
  readonly saves: number
}

const cheaper = (a: Candidate, b: Candidate) => hourly(a.machine) - hourly(b.machine)

/**
 * How much of a change each is: a move, and CPU or hosts that cannot be counted on, as much as two others. A somewhat smaller
 * host is said and not counted.
 */
const weights: Readonly<Record<string, number>> = { elsewhere: 2, burstable: 2, apart: 2, host: 2, smaller: 0 }

function weightOf({ losses }: Candidate): number {
  const each = losses.map(({ kind, degree }) => weights[kind] ?? (kind === 'generation' ? Math.min(degree, 2) : 1))
  return each.reduce((sum, weight) => sum + weight, 0)
}

/** Those that change least first, then the cheaper ones. */
const byLoss = (a: Candidate, b: Candidate) => weightOf(a) - weightOf(b) || cheaper(a, b)

/** Another costs no more and gives up nothing that this one does not. Of two that are alike, the later. */
function beaten(it: Candidate, at: number, all: readonly Candidate[]): boolean {
  const gives = new Map(it.losses.map(({ kind, degree }) => [kind, degree]))
  return all.some(
    (other, index) =>
      other !== it &&
      other.losses.every(({ kind, degree }) => (gives.get(kind) ?? 0) >= degree) &&
      (cheaper(other, it) < 0 || (cheaper(other, it) === 0 && (other.losses.length < it.losses.length || index < at))),
  )
}

const familyOfMachine = ({ provider, type }: Machine) => {
  const cloud = clouds.find((each) => each === provider)
  return cloud === undefined ? type : familyOf(cloud, type)
}

/** The cheapest of each family; of what is left, those that give up least. */
function best(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const families = new Map<string, Candidate>()
  const name = ({ machine }: Candidate) => machine.type.length
  for (const each of [...candidates].sort((a, b) => cheaper(a, b) || name(a) - name(b))) {
    const family = familyOfMachine(each.machine)
    if (!families.has(family)) families.set(family, each)
  }
  const all = [...families.values()]
  return all
    .filter((each, at) => !beaten(each, at, all))
    .sort(byLoss)
    .slice(0, most)
}

/**
 * The cheaper machines: those that change least first.
 * @param wanted of a machine in a region: what each saves is against its price there
 */
export function machineAlternatives(book: PriceBook, wanted: Wanted): readonly Alternative[] {
  const was = hourly(wanted.of)
  const candidates = machinesThatFit(book, wanted)
    .map((machine) => ({ machine, saves: was - hourly(machine) }))
    .filter(({ saves }) => saves > was / 1000)
    .map((each): Candidate => ({ ...each, losses: lossesOf(book, wanted, each.machine) }))
  const of = (sold: (machine: Machine) => boolean, most: number) =>
    best(
      candidates.filter(({ machine }) => sold(machine)),
      most,
    )
  const ofClouds = clouds.flatMap((cloud) => [
    ...of(({ provider, purchase }) => provider === cloud && purchase === 'on-demand', mostOnDemand),
    ...of(({ provider, purchase }) => provider === cloud && purchase === 'spot', mostSpot),
  ])
  const elsewhere = ({ provider }: Machine) => !clouds.some((cloud) => cloud === provider)
  const sellers = [
    ...new Set(
      candidates
        .map(({ machine }) => machine)
        .filter(elsewhere)
        .map(({ provider }) => provider),
    ),
  ]
  const ofSellers = (purchase: Machine['purchase'], most: number) =>
    sellers
      .flatMap((seller) => of((machine) => machine.provider === seller && machine.purchase === purchase, 1))
      .sort(byLoss)
      .slice(0, most)
  return [...ofClouds, ...ofSellers('on-demand', mostSellersOfGpus), ...ofSellers('spot', mostSpot)]
    .sort(byLoss)
    .map(alternative)
}

function alternative({ machine, losses, saves }: Candidate): Alternative {
  return {
    ...machineMatch(machine),
    saves: { per: 'hour', usd: Number(saves.toPrecision(6)) },
    lost: losses.map(({ text }) => text),
  }
}

export function machineMatch(machine: Machine): Match {
  const { type, provider, region, specs, purchase, price, machines } = machine
  return {
    what: machines > 1 ? `${machines} × ${type}` : type,
    provider,
    region,
    lines: [hourLine(purchase, price, specs, machines)],
    specs: machineSpecs(specs, machines > 1 ? { machines } : {}),
  }
}

/**
 * Where the region is not known: for every region the machine is sold in, the type of its cloud that changes least there, and
 * the cheapest of those.
 */
export function cheapestByRegion(book: PriceBook, wanted: Wanted, prices: readonly Machine[]): readonly Alternative[] {
  const need = { ...wanted.need, spot: wanted.need.spot ?? ('no' as const) }
  const byRegion = new Map<string | undefined, Machine[]>()
  for (const machine of machinesThatFit(book, { of: wanted.of, need }, wanted.of.provider)) {
    const there = byRegion.get(machine.region)
    if (there === undefined) byRegion.set(machine.region, [machine])
    else there.push(machine)
  }
  return prices.flatMap((of) => {
    const candidates = (byRegion.get(of.region) ?? [])
      .filter((machine) => hourly(machine) < hourly(of))
      .map((machine) => ({
        machine,
        losses: lossesOf(book, { of, need }, machine),
        saves: hourly(of) - hourly(machine),
      }))
    return best(candidates, 1).map(alternative)
  })
}
