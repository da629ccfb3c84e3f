import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { fileDocument } from '../../core/document.ts'
import { estimateResource } from '../../core/estimate/resource.ts'
import { resourcesOf } from '../../core/estimate/sites.ts'
import type { ResourceExample } from '../../core/resource.ts'
import type { Band } from '../../core/types.ts'
import { engine } from '../formats/terraform/engine.ts'
import { registry } from '../registry.gen.ts'

const files = ['aws', 'azure', 'gcp'].flatMap((cloud) =>
  readdirSync(join(import.meta.dirname, cloud))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(import.meta.dirname, cloud, name)),
)
const loaded = await Promise.all(
  files.map(async (file) => {
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      examples?: readonly ResourceExample[]
      resources?: unknown
    }
    return { file: relative(import.meta.dirname, file), ...module }
  }),
)
const services = loaded.filter(({ examples, resources }) => examples !== undefined && resources !== undefined)
const prices = loadPriceBook()

interface Seen {
  readonly fixed: string
  readonly labels: ReadonlySet<string>
  /** Labels of the lines with an amount. */
  readonly amounts: ReadonlySet<string>
  readonly unknown: ReadonlySet<string>
  readonly assumed: ReadonlySet<string>
  readonly usd: Band
}

/** Of every resource: the lines with an amount and what they come to, the names of all its lines, and what is not known but by use. */
function seen(text: string): ReadonlyMap<string, Seen> {
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  return new Map(
    blocks.flatMap((block) => {
      const definition = registry.resources.find(({ from }) => from.terraform?.[block.type] !== undefined)
      if (definition === undefined) return []
      return resourcesOf(block, definition, prices, () => ({})).map((site) => {
        const { lines, unknown, assumed, usd } = estimateResource(site, definition, prices)
        return [
          site.address,
          {
            fixed: JSON.stringify(
              lines.flatMap((line) => (line.usd === undefined ? [] : [[line.label, line.usd.likely]])),
            ),
            labels: new Set(lines.map(({ label }) => label)),
            amounts: new Set(lines.flatMap(({ label, usd }) => (usd === undefined ? [] : [label]))),
            unknown: new Set(unknown.flatMap(({ what, why }) => (why === 'usage' ? [] : [`${what}: ${why}`]))),
            assumed: new Set(assumed.map(({ what }) => what)),
            usd: usd ?? { low: 0, likely: 0, high: 0 },
          },
        ] as const
      })
    }),
  )
}

const covers = (wide: Band, ...ends: readonly Band[]) =>
  ends.every((end) => wide.low <= end.low + 0.001 && wide.high >= end.high - 0.001)

/** Something new is unknown, or the amount is a band over both, or there is a line for either. */
const isToldApart = (open: Seen, written: Seen, unwritten: Seen): boolean =>
  [...open.unknown].some((each) => !written.unknown.has(each)) ||
  [...open.assumed].some((each) => !written.assumed.has(each) && !unwritten.assumed.has(each)) ||
  [...written.amounts, ...unwritten.amounts].some((label) => open.labels.has(label) && !open.amounts.has(label)) ||
  (written.fixed === unwritten.fixed
    ? [...written.labels, ...unwritten.labels].every((label) => open.labels.has(label))
    : covers(open.usd, written.usd, unwritten.usd))

/** That these are written, and where they lead, is all that counts; what they are does not. */
const named = [
  /^aws_cloudwatch_metric_alarm\S+: threshold_metric_id /,
  /^aws_dynamodb_table\S+: (?:name|resource_id) /,
  // scaled to nobody knows where: what is written is named as assumed
  /^aws_dynamodb_table\S+: (?:scalable_dimension|min_capacity|max_capacity) /,
  // an image that nobody can tell is taken to be of Linux, which is named as assumed
  /^aws_instance\S+: (?:name|image_id)\s/,
  // taken to be the one of the whole world, which is named as assumed
  /^aws_shield_subscription\S+: region /,
]

/** An attribute on a line of its own, its value a text, a number or a truth. */
const attribute = /^(\s+[a-z_0-9]+\s*= )("[^"$]*"|[\d.]+|true|false)$/

it.each(services)(
  '$file: an attribute that decides an amount leaves something unknown when it is not known',
  ({ examples = [] }) => {
    const silent: string[] = []
    for (const { terraform, name } of examples) {
      const original = seen(terraform)
      const rows = terraform.split('\n')
      for (const [i, row] of rows.entries()) {
        const [, head] = attribute.exec(row) ?? []
        if (head === undefined) continue
        const variant = (line: string) => seen([...rows.with(i, line), 'variable "not_told" {}'].join('\n'))
        const without = variant('')
        const open = variant(`${head}var.not_told`)
        for (const [address, was] of original) {
          const then = without.get(address)
          const now = open.get(address)
          if (then === undefined || now === undefined) continue
          const isSame = then.fixed === was.fixed && [...then.labels].join() === [...was.labels].join()
          const written = `${address}: ${row.trim()}`
          if (!isSame && !isToldApart(now, was, then) && !named.some((one) => one.test(written)))
            silent.push(`${written} of: ${name}`)
        }
      }
    }
    expect(silent).toEqual([])
  },
)
