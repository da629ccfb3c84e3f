import { cloudOfType } from '../../core/cloud-types.ts'
import type { FreeTier } from '../../core/free-tier.ts'
import type { Registry } from '../../core/registry.ts'
import type { ResourceDefinition } from '../../core/resource.ts'
import type { Cloud } from '../../core/types.ts'

const clouds: readonly (readonly [cloud: Cloud, name: string])[] = [
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['gcp', 'Google Cloud'],
]

/** docs/resources.md: what each cloud's resources are billed by, which cost nothing, and what of the others is free every month. */
export function resourcePage({
  resources,
  free,
  freeTiers,
}: Pick<Registry, 'resources' | 'free' | 'freeTiers'>): string {
  const sections = clouds.map(([cloud, name]) => {
    const own = byId(resources.filter((definition) => definition.cloud === cloud))
    const costless = free.filter((type) => cloudOfType(type) === cloud)
    const given = freeTiers.filter((tier) => tier.cloud === cloud)
    return [`## ${name}`, table(own), ...freeList(costless), ...tierTable(given)].join('\n\n')
  })
  return `# Resources that are priced

One row for each thing that is billed. *Billed by* is what is read of the resource: it makes the lines with an amount. *Use* is what nobody can read from the source: \`usage\` in \`outlay.json\` tells it, by these names, for a type or an address; untold, the line has its unit price alone and the resource counts as partial.

\`\`\`json
{ "usage": { "aws_s3_bucket": { "storedGB": 1000 }, "aws_lb.web": { "LCUs": { "low": 1, "likely": 2, "high": 5 } } } }
\`\`\`

*Read from* are Terraform's types, and the calls of an SDK by which a program asks for the same.

A free tier is what is free every month, without an end; it is taken off only with \`freeTiers\` in \`outlay.json\` ([config.md](config.md)).

A type that is neither here nor among the free ones is shown as unsupported, never as free.

${[...sections, others(resources)].join('\n\n')}
`
}

const byId = (definitions: readonly ResourceDefinition[]) => [...definitions].sort((a, b) => (a.id < b.id ? -1 : 1))

/** What is rented of others, from code alone. */
function others(resources: Registry['resources']): string {
  const own = byId(resources.filter(({ cloud }) => !clouds.some(([known]) => known === cloud)))
  return ['## GPU clouds, vector databases, and machines of any cloud', table(own)].join('\n\n')
}

function table(definitions: readonly ResourceDefinition[]): string {
  const rows = definitions.map(({ id, docs, from, shape, usage = {} }) => {
    const types = Object.keys({ ...from.terraform, ...from.sdk }).map((type) => `\`${type}\``)
    const cells = [`[${id}](${docs})`, types.join(', '), facts(shape), facts(usage)]
    return `| ${cells.join(' | ')} |`
  })
  return ['| prices | read from | billed by | use |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** `name`: meaning, one under the other. */
const facts = (all: Readonly<Record<string, string>>) =>
  Object.entries(all)
    .map(([name, meaning]) => `\`${name}\`: ${meaning.replaceAll('|', '\\|')}`)
    .join('<br>')

function freeList(types: readonly string[]): readonly string[] {
  if (types.length === 0) return []
  const list = [...types].sort().map((type) => `\`${type}\``)
  return [`Free by themselves (${list.length}):`, list.join(', ')]
}

function tierTable(tiers: readonly FreeTier[]): readonly string[] {
  if (tiers.length === 0) return []
  const rows = tiers.map(({ quantity, what, holder, inEachRegion, regions, page, asOf }) => {
    const whose = [`each ${holder}`, inEachRegion ? 'in each region' : '', regions ? 'not in all regions' : '']
    return `| ${quantity.toLocaleString('en')} ${what} | ${whose.filter(Boolean).join(', ')} | [${asOf}](${page}) |`
  })
  return ['Free tier, a month:', ['| free | for | read |', '| --- | --- | --- |', ...rows].join('\n')]
}
