import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { firstPass } from '../../cli/first-pass.ts'
import { othersOf } from '../../cli/others.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { diskTree } from '../../cli/tree.ts'
import { textOf } from '../../core/document.ts'
import { valueOf } from '../../core/known.ts'
import { lineStarts, positionAt } from '../../core/lines.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import type { Resource } from '../../core/types.ts'
import { registry } from '../../language-rules/registry.gen.ts'

interface Mark {
  readonly cell?: number
  readonly line: number
}
interface Rented extends Mark {
  readonly what: string
  readonly instance?: string | null
  readonly class?: string | null
  readonly accept?: readonly (string | null)[]
  readonly spot?: boolean
  readonly [fact: string]: unknown
}
interface RentedLabels {
  readonly kind: 'resource'
  readonly repo: string
  readonly path: string
  readonly rented: readonly Rented[]
  readonly nothing: readonly (Mark & { readonly why: string })[]
  readonly ignore: readonly Mark[]
}

/** Labels of rented machines, one file on a line; undefined where the text is of another kind. */
export function rentedLabels(text: string): readonly RentedLabels[] | undefined {
  if (!text.startsWith('{"kind": "resource"')) return undefined
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RentedLabels)
}

const wrong: string[] = []
const count = { found: 0, missed: 0, false: 0, trap: 0, instance: 0, invented: 0, facts: 0, factsRight: 0 }

/** Prints how many of the labelled sites are found, what is found beside them, and how much of each is read right. */
export async function scoreRented(all: readonly RentedLabels[], folder: string): Promise<void> {
  const tokens = await loadTokenCounter()
  const prices = loadPriceBook()
  const pass = firstPass(registry)
  for (const labels of all) {
    const root = resolve(folder, labels.repo.replace('/', '+'))
    const file = join(root, labels.path)
    if (!existsSync(file)) {
      wrong.push(`not there: ${labels.repo}/${labels.path}`)
      continue
    }
    const text = readFileSync(file)
    const others = othersOf(diskTree(root), pass)
    const session = createSession({ registry, prices, tokens: () => tokens, settings: () => noSettings, others })
    const isPassed = ['hit', 'both', 'names', 'calls'].includes(String(pass.look(labels.path, text)))
    const opened = isPassed && session.open(labels.path, text.toString('utf8'))
    if (opened) await session.prepare(labels.path)
    const sites = opened ? session.analyse(labels.path).sites : []
    const found = sites.flatMap(({ site }) => (site.kind === 'resource' ? [site] : []))
    const document = session.document(labels.path)
    const place = ({ location: { cell, span } }: Resource): Mark => ({
      ...(cell === undefined ? {} : { cell }),
      line: positionAt(lineStarts(textOf(document!, cell)), span[0]).line,
    })
    judge(
      labels,
      found.map((site) => ({ site, at: place(site) })),
    )
  }
  const { found, missed, trap, instance, invented, facts, factsRight } = count
  const share = (a: number, b: number) => `${a}/${b}=${(a / Math.max(1, b)).toFixed(3)}`
  console.log(
    `recall ${share(found, found + missed)} precision ${share(found, found + count.false)} traps ${trap} instance or class ${share(instance, found)} (invented ${invented}) other facts ${share(factsRight, facts)}`,
  )
  console.log(wrong.join('\n'))
}

interface Found {
  readonly site: Resource
  readonly at: Mark
}

const same = (a: Mark) => (b: Mark) => a.cell === b.cell && a.line === b.line
const placeOf = (path: string, { cell, line }: Mark) =>
  `${path.split('/').at(-1)}:${cell === undefined ? '' : `${cell}:`}${line}`

function judge({ path, rented, nothing, ignore }: RentedLabels, found: readonly Found[]): void {
  for (const truth of rented) {
    const hit = found.find(({ at }) => same(truth)(at))
    if (hit) compare(hit.site, truth, placeOf(path, truth))
    else {
      count.missed++
      wrong.push(`missed ${placeOf(path, truth)} ${truth.what}`)
    }
  }
  for (const { site, at } of found) {
    if ([...rented, ...ignore].some(same(at))) continue
    count.false++
    const trap = nothing.find(same(at))
    if (trap) count.trap++
    wrong.push(`false ${placeOf(path, at)} ${site.type}: ${trap?.why ?? 'not labelled'}`)
  }
}

/** Of a group of machines that is counted. */
const product = (count: number | undefined, each: unknown) =>
  count === undefined || each === null ? null : typeof each === 'number' ? count * each : count

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^nvidia[_ -](?:tesla[_ -])?/, '')
    .replace(/(\d)gb$/, '$1')

function compare(site: Resource, truth: Rented, where: string): void {
  count.found++
  const fact = (name: string) => {
    const value = site.shape[name] ?? site.shape[`variants[0].${name}`]
    return value === undefined ? undefined : (valueOf(value) ?? null)
  }
  const isAbsent = (name: string) => {
    const value = site.shape[name]
    return value === undefined || (value.is === 'unknown' && value.why === 'absent')
  }
  const typed = fact('instanceType')
  const machine =
    typed === undefined || isAbsent('instanceType')
      ? (fact('accelerator') ?? typed ?? fact('storageClass') ?? fact('podType'))
      : typed
  const noGpu = 'cpuCores' in site.shape && isAbsent('accelerator') ? 'cpu' : null
  const is = machine === undefined || machine === null ? noGpu : String(machine)
  const right = [truth.instance ?? truth.class ?? null, ...(truth.accept ?? [])]
  const fits = right.some(
    (one) => one === '*' || (one === null ? is === null : is !== null && plain(is) === plain(one)),
  )
  count.instance += Number(fits)
  if (!fits && is !== null) count.invented++
  if (!fits) wrong.push(`${where} is ${is}, truth ${right.join(' or ')}`)
  const read: Readonly<Record<string, unknown>> = {
    gpus: fact('acceleratorCount'),
    count: product(valueOf(site.count), fact('instances')),
    minCount: fact('minContainers') ?? fact('minInstances') ?? fact('leastNodes'),
    maxCount: fact('maxContainers') ?? fact('maxInstances') ?? fact('mostNodes'),
    spot: site.purchase === 'spot' || site.purchase === 'low-priority',
    maxSeconds: typeof fact('lifetimeHours') === 'number' ? Math.round(Number(fact('lifetimeHours')) * 3600) : null,
    idleSeconds: fact('idleSeconds'),
    throughput: fact('throughput'),
    pods: fact('pods'),
    units: fact('units'),
    region: valueOf(site.region) ?? null,
  }
  const open = (truth.accept ?? []).includes(null)
  for (const [name, value] of Object.entries(read)) {
    if (truth[name] === undefined) continue
    count.facts++
    const holds = value === truth[name] || (value ?? null) === truth[name] || (open && (value ?? null) === null)
    count.factsRight += Number(holds)
    if (!holds) wrong.push(`${where} ${name} ${String(value)}, truth ${String(truth[name])}`)
  }
}
