// A resource that is machines of one type, and what it would be with another.
import { isCloud } from '../cloud-types.ts'
import { type Document, textOf } from '../document.ts'
import { replace } from '../fixes/arguments.ts'
import { known, valueOf } from '../known.ts'
import { say, usd } from '../money.ts'
import type { Cloud, Edit, Estimate, Fact, Finding, Known, Location, Resource } from '../types.ts'
import { factPlace, setElsewhere } from './block-place.ts'

export interface MachineType {
  readonly cloud: Cloud
  /** As the price list of virtual machines names it: `m4.large` of `db.m4.large`. */
  readonly bare: string
  /** As it is written, with another bare type in it. */
  named(bare: string): string
  /** Run by the provider, who brings what runs on it: a database, a cache, a notebook. */
  readonly isManaged: boolean
  readonly fact: Known<Fact>
  /** Names of the facts that hold it. */
  readonly names: readonly string[]
}

const written = /^(db\.|cache\.|ml\.|mq\.|kafka\.|dms\.)?(.+?)(\.search|\.elasticsearch)?$/

/** What Azure Machine Learning offers of Azure's sizes is a list of its own, which is not read. */
export const offersFewTypes = ({ type }: Resource): boolean => type.startsWith('azurerm_machine_learning_')

/** Undefined where the type is not known, or there are several; and of what is not paid by the hour on demand. */
export function machineTypeOf(resource: Resource): MachineType | undefined {
  const { cloud, shape, purchase } = resource
  if (!isCloud(cloud) || (purchase !== undefined && purchase !== 'on-demand')) return undefined
  const names = Object.keys(shape).filter((name) => /(^|\.)instanceType$|^candidates\[\d+\]\.type$/.test(name))
  const types = new Set(names.map((name) => valueOf(shape[name]!)))
  const [type] = types
  if (types.size !== 1 || typeof type !== 'string') return undefined
  const [, before = '', bare, after = ''] = written.exec(type) ?? []
  if (bare === undefined) return undefined
  const isManaged = before !== '' || after !== ''
  return {
    cloud,
    bare,
    named: (other) => `${before}${other}${after}`,
    isManaged,
    fact: shape[names[0]!]!,
    names,
  }
}

/** The same resource with machines of another type, for `estimateWith`. */
export function withType({ shape, location }: Resource, machine: MachineType, bare: string): Partial<Resource> {
  const type = known<Fact>(machine.named(bare), location)
  return { shape: { ...shape, ...Object.fromEntries(machine.names.map((name) => [name, type])) } }
}

/** Where the type is written, else the header. */
export const typePlace = (resource: Resource, { fact }: MachineType, document: Document): Location =>
  factPlace(resource, fact, document)

/** Undefined where no text of the block, of the call, of what calls the block's module, or what the block alone reads, is the type and nothing else. */
export function typeEdit(resource: Resource, machine: MachineType, bare: string, document: Document): Edit | undefined {
  const at = typePlace(resource, machine, document)
  const old = machine.named(machine.bare)
  const text = textOf(document, at.cell).slice(...at.span)
  const quoted = /^(\[?\s*)(["'])([^"']+)\2(\s*\]?)$/.exec(text)
  if (quoted?.[3] === old) return replace(at, `${quoted[1]}${quoted[2]}${machine.named(bare)}${quoted[2]}${quoted[4]}`)
  const fact = machine.fact
  // By its place and not by its text: another attribute may say the same.
  const [, given] = ('at' in fact && fact.at && setElsewhere(resource, fact.at)) || []
  return given?.at && given.code === `"${old}"` ? replace(given.at, `"${machine.named(bare)}"`) : undefined
}

export interface Cheaper {
  /** `$70.08 a month`, or by the hour where nobody knows how many run. */
  readonly now: string
  readonly later: string
  readonly after?: Estimate
  readonly unit?: NonNullable<Finding['unit']>
  /** Share of the price that is left, to compare by. */
  readonly share: number
}

/** Less than a hundredth off is no reason to change anything. */
const worthwhile = 0.99

const periods = { month: 'a month', hour: 'an hour', run: 'a run', call: 'a call' } as const

/** Undefined where the change does not make the hours cheaper, or nothing tells. */
export function cheaperHours(before: Estimate, after: Estimate): Cheaper | undefined {
  for (const [i, line] of before.lines.entries()) {
    const other = after.lines[i]
    const [was, is] = [line.unitUsd?.likely, other?.unitUsd?.likely]
    if (line.unit !== 'hour' || was === undefined || is === undefined || was === is) continue
    if (is > was * worthwhile) return undefined
    if (line.usd && other?.usd && before.usd && after.usd) {
      if (after.usd.likely >= before.usd.likely) return undefined
      const share = after.usd.likely / before.usd.likely
      return { now: say`${usd(before.usd)} ${periods[before.per]}`, later: say`${usd(after.usd)}`, after, share }
    }
    const unit = { per: 'hour', before: was, after: is }
    return { now: say`${usd(was)} an hour`, later: say`${usd(is)}`, unit, share: is / was }
  }
  return undefined
}
