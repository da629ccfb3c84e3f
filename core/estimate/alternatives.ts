import { exactly, hull } from '../band.ts'
import { known, unknown } from '../known.ts'
import type { Band, Fact, Known, Line, Resource } from '../types.ts'

/** More combinations than this are no answer any more. */
const mostAlternatives = 16

/** The resource once for every combination of what its facts and its region may be. */
export function alternativesOf(resource: Resource): readonly Resource[] {
  const open = Object.entries(resource.shape).filter(([, fact]) => fact.is === 'oneOf')
  let alternatives: readonly Resource[] = spread(resource.region).map((region) => ({ ...resource, region }))
  for (const [name, fact] of open) {
    const members = spread(fact)
    if (alternatives.length * members.length > mostAlternatives) return [closed(resource)]
    alternatives = alternatives.flatMap((one) =>
      members.map((member) => ({ ...one, shape: { ...one.shape, [name]: member } })),
    )
  }
  return alternatives
}

function spread<T>(value: Known<T>): readonly Known<T>[] {
  return value.is === 'oneOf' ? value.among.map((member) => known(member, value.at)) : [value]
}

/** Too many to go through: what is open counts as not known. */
function closed(resource: Resource): Resource {
  const limit = <T>(value: Known<T>): Known<T> => (value.is === 'oneOf' ? unknown<T>('limit', value.at) : value)
  const shape: Record<string, Known<Fact>> = {}
  for (const [name, fact] of Object.entries(resource.shape)) shape[name] = limit(fact)
  return { ...resource, region: limit(resource.region), shape }
}

/** One list of lines that covers every alternative. A line an alternative does not have is nothing in it. */
export function mergeLines(alternatives: readonly (readonly Line[])[]): readonly Line[] {
  if (alternatives.length === 1) return alternatives[0]!
  const labels = [...new Set(alternatives.flatMap((lines) => lines.map((line) => line.label)))]
  return labels.map((label) => mergeLine(alternatives.map((lines) => lines.find((line) => line.label === label))))
}

function mergeLine(across: readonly (Line | undefined)[]): Line {
  const there = across.filter((line) => line !== undefined)
  const prices = there.flatMap((line) => line.prices)
  const why = there.find((line) => line.why !== undefined)?.why
  const [machine, ...others] = there.map((line) => line.machine)
  const isOne = others.every((other) => other?.type === machine?.type && other?.purchase === machine?.purchase)
  return {
    label: there[0]!.label,
    unit: there[0]!.unit,
    quantity: cover(across, (line) => line.quantity),
    unitUsd: hull(there.map((line) => line.unitUsd).filter((band) => band !== undefined)),
    usd: cover(across, (line) => line.usd),
    ...(why === undefined ? {} : { why }),
    ...(machine !== undefined && isOne ? { machine } : {}),
    ...told(there),
    prices: prices.filter(
      (price, i) => prices.findIndex((other) => other.sku === price.sku && other.region === price.region) === i,
    ),
  }
}

/** What may be paid for otherwise, where all alternatives say the same. */
function told(there: readonly Line[]): Pick<Line, 'committable' | 'ownLicence'> {
  const [{ committable, ownLicence } = {}, ...others] = there
  const alike = others.every(
    (other) => other.committable?.family === committable?.family && other.committable?.what === committable?.what,
  )
  return { ...(committable && alike ? { committable } : {}), ...(ownLicence === undefined ? {} : { ownLicence }) }
}

function cover(across: readonly (Line | undefined)[], of: (line: Line) => Band | undefined): Band | undefined {
  const bands = across.map((line) => (line === undefined ? exactly(0) : of(line)))
  return bands.every((band) => band !== undefined) ? hull(bands) : undefined
}
