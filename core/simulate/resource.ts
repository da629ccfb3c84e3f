import { isCloud } from '../cloud-types.ts'
import { estimateResource } from '../estimate/resource.ts'
import { assumed, known, valueOf } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import { factWords } from '../report/fact-words.ts'
import { whyWords } from '../report/why.ts'
import type { ResourceDefinition } from '../resource.ts'
import type { Estimate, Fact, Known, Resource } from '../types.ts'
import type { Bench } from './bench.ts'
import { type Field, type Mistakes, numberIn, option, type Values } from './field.ts'
import { boughtAs } from './purchase.ts'

const choices = { 'on-demand': 'On demand', spot: 'Spot' } as const

/** What the price depends on: which facts of the shape, and which quantities, are asked for when it is worked out. */
function readOf(resource: Resource, definition: ResourceDefinition, prices: PriceBook) {
  const noting = <T extends object>(of: T, read: Set<string>): T =>
    new Proxy(of, {
      get(target, name) {
        if (typeof name === 'string') read.add(name)
        return Reflect.get(target, name)
      },
    })
  const [facts, quantities] = [new Set<string>(), new Set<string>()]
  const { shape, usage = {} } = resource
  definition.lines({ ...resource, shape: noting(shape, facts), usage: noting(usage, quantities) }, prices)
  return { facts, quantities }
}

/** @param tried the same with the values that were tried: it may be priced by other facts */
export function resourceFields(
  resource: Resource,
  estimate: Estimate,
  tried: Resource,
  { tools, definition }: Bench,
): readonly Field[] {
  if (!definition) return []
  const { prices } = tools
  const { cloud, region, count, purchase, shape } = resource
  const reads = [resource, tried].map((each) => readOf(each, definition, prices))
  const isRead = (of: 'facts' | 'quantities', name: string) => reads.some((read) => read[of].has(name))
  const regions = isCloud(cloud) ? prices.regions(cloud) : []
  const facts = Object.keys(shape).filter(
    (name) => isRead('facts', name) && !name.endsWith('.count') && !name.endsWith('.market'),
  )
  const isBought = estimate.lines.some(({ machine }) => machine) && (purchase === 'on-demand' || purchase === 'spot')
  return [
    ...facts.filter((name) => isPlain(shape[name]!)).map((name) => factField(name, resource, definition, prices)),
    {
      id: 'count',
      label: 'How many',
      is: 'number',
      value: String(valueOf(count) ?? ''),
      help: said(count, 'Of the block, all alike'),
      options: [],
    },
    ...(isBought
      ? [
          {
            id: 'purchase',
            label: 'Bought',
            is: 'choice' as const,
            value: purchase,
            help: 'Spot machines may be taken back at short notice',
            options: Object.entries(choices).map(([value, label]) => option(value, label)),
          },
        ]
      : []),
    {
      id: 'region',
      label: 'Region',
      is: 'text',
      value: valueOf(region) ?? '',
      help: said(region, `Where the price is looked up`),
      options: regions.toSorted().map((each) => option(each)),
    },
    ...Object.entries(definition.usage ?? {})
      .filter(([name]) => isRead('quantities', name))
      .map(([name, help]) => usageField(name, help, resource)),
    ...facts
      .filter((name) => !isPlain(shape[name]!))
      .map((name) => ({ ...factField(name, resource, definition, prices), isMore: true as const })),
  ]
}

/** Written, or asked for by the source; not a default, and not left out. */
const isPlain = (fact: Known<Fact>) =>
  fact.is === 'known' || fact.is === 'oneOf' || fact.is === 'range' || (fact.is === 'unknown' && fact.why !== 'absent')

function factField(
  name: string,
  { shape, cloud, region }: Resource,
  { shape: docs }: ResourceDefinition,
  prices: PriceBook,
): Field {
  const fact = shape[name]!
  const value = valueOf(fact)
  const doc = docs[name] ?? docs[name.replace(/\[\d+\]/g, '[]')] ?? docs[name.replace(/\[\d+\]/g, '')] ?? ''
  const common = {
    id: `fact:${name}`,
    label: capital(factWords(name)),
    value: value === undefined ? '' : String(value),
    help: said(fact, capital(doc.replace(/, [\w.-]*\d[\w.-]*$/, ''))),
  }
  if (typeof value === 'boolean')
    return { ...common, is: 'choice', options: [option('true', 'Yes'), option('false', 'No')] }
  if (typeof value === 'number' || /^(provisioned|GiB|vCPU|days|hours|number)/.test(doc))
    return { ...common, is: 'number', options: [] }
  const where = valueOf(region)
  const options =
    isCloud(cloud) && where !== undefined && prices.specs(cloud, common.value)
      ? prices.types(cloud).filter((type) => prices.instance(cloud, type, where, 'on-demand'))
      : listed(doc)
  return { ...common, is: 'text', options: options.map((each) => option(each)) }
}

/** `gp3, gp2, io2 or standard` in what a fact means. */
function listed(doc: string): readonly string[] {
  const words = doc.replace(/^[^:;]*: /, '').split(/, | or /)
  return words.length > 2 && words.every((word) => /^[\w.-]+$/.test(word)) ? words : []
}

function usageField(name: string, help: string, { usage }: Resource): Field {
  const fact = usage?.[name]
  const value = fact && (fact.is === 'range' ? fact.likely : valueOf(fact))
  const from = fact ? 'from outlay.json' : 'depends on use; nobody has said how much'
  return {
    id: `usage:${name}`,
    label: capital(factWords(name)),
    is: 'number',
    value: value === undefined ? '' : String(value),
    help: `${capital(help)} (${from})`,
    options: [],
    isUse: true,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const vias: Readonly<Record<string, string>> = {
  default: "the provider's default",
  image: "the provider's own image",
  config: 'outlay.json',
  variable: 'a variable',
  local: 'a local value',
}

function said(value: Known<unknown>, otherwise: string): string {
  const after = (text: string) => (otherwise === '' ? capital(text) : `${otherwise}; ${text}`)
  if (value.is === 'unknown') return after(value.why === 'absent' ? 'not written' : `not known: ${whyWords[value.why]}`)
  if (value.is === 'oneOf') return after(`one of ${value.among.join(', ')}`)
  if (value.is === 'range') return after(`from ${String(value.low)} to ${String(value.high)}`)
  return vias[value.via] ? after(`from ${vias[value.via]}`) : otherwise
}

/** The resource with these values. */
export function changedResource(resource: Resource, values: Values, mistakes: Mistakes): Resource {
  const at = resource.location
  const shape: Record<string, Known<Fact>> = { ...resource.shape }
  const usage: Record<string, Known<number>> = { ...resource.usage }
  for (const [id, text] of Object.entries(values)) {
    const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
    if (kind === 'usage') {
      const number = numberIn(values, id, mistakes)
      if (number !== undefined) usage[name] = assumed(number, at, 'config')
    } else if (kind === 'fact' && text.trim() !== '') {
      const fact = factOf(text.trim(), resource.shape[name], values, id, mistakes)
      if (fact !== undefined) shape[name] = known(fact, at)
    }
  }
  const count = numberIn(values, 'count', mistakes)
  const whole: Resource = {
    ...resource,
    shape,
    usage,
    ...(values.region ? { region: known(values.region, at) } : {}),
    ...(count === undefined ? {} : { count: known(Math.round(count), at) }),
  }
  const how = values.purchase
  return how === 'spot' || how === 'on-demand' ? { ...whole, ...boughtAs(whole, how) } : whole
}

function factOf(text: string, now: Known<Fact> | undefined, values: Values, id: string, mistakes: Mistakes) {
  const old = now && valueOf(now)
  if (typeof old === 'boolean') return text === 'true'
  if (typeof old === 'number') return numberIn(values, id, mistakes)
  // A size that is not written yet is a number all the same.
  return old === undefined && /^[\d.,]+[kKmM]?$/.test(text) ? numberIn(values, id, mistakes) : text
}

export const tryResource = (resource: Resource, { tools, definition }: Bench): Estimate =>
  estimateResource(resource, definition, tools.prices)
