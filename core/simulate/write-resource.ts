import { textOf } from '../document.ts'
import { replace } from '../fixes/arguments.ts'
import { setAttribute } from '../fixes/blocks.ts'
import { spotEdit } from '../fixes/spot.ts'
import { valueOf } from '../known.ts'
import { isPlaced } from '../rules/block-place.ts'
import type { Edit, Fact, Known, Resource } from '../types.ts'
import type { Bench } from './bench.ts'
import { type Mistakes, numberIn, type Values } from './field.ts'
import type { Writing } from './write.ts'

export function writeResource(resource: Resource, values: Values, bench: Bench, writing: Writing): void {
  const mistakes: Mistakes = {}
  const { file } = resource.location
  for (const [id, text] of Object.entries(values)) {
    if (text.trim() === '') continue
    const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
    if (kind === 'usage') {
      const quantity = numberIn(values, id, mistakes)
      if (quantity === undefined) continue
      writing.config.push({ is: 'usage', file, address: resource.address, name, quantity })
      writing.notes.push(`${name} of ${resource.address}: ${quantity.toLocaleString('en-US')} a month`)
    } else if (kind === 'fact') writeFact(name, text.trim(), resource, bench, writing)
  }
  const count = numberIn(values, 'count', mistakes)
  if (count !== undefined)
    change('how many', resource.count, String(Math.round(count)), undefined, resource, bench, writing)
  if (values.region) writeRegion(values.region, resource, bench, writing)
  const { purchase } = values
  if (purchase === undefined || purchase === '') return
  const edit =
    purchase === 'spot' && resource.purchase === 'on-demand' && !resource.source.call && !isPlaced(resource)
      ? spotEdit(resource, bench.document)
      : undefined
  note('how it is bought', resource.purchase, purchase, edit, writing)
}

function note(what: string, old: unknown, now: string, edit: Edit | undefined, { edits, code, left }: Writing): void {
  if (edit) {
    edits.push(edit)
    code.push(`${what}: ${old === undefined ? 'not written' : String(old)} → ${now}`)
  } else left.push(`No single text of the source says ${what}: change it by hand.`)
}

function writeFact(name: string, text: string, resource: Resource, bench: Bench, writing: Writing): void {
  change(name, resource.shape[name], text, pathOf(name, resource, bench), resource, bench, writing)
}

/** The attribute a fact is read from, where it is one attribute of the block. */
function pathOf(name: string, { type, source }: Resource, { definition }: Bench): string | undefined {
  const mappings = { ...definition?.from.terraform }
  const from = Object.hasOwn(mappings, type) ? mappings[type]!.facts[name] : undefined
  const path = typeof from === 'string' ? from : Array.isArray(from) ? (from as readonly string[])[0] : undefined
  return source.call ? undefined : path
}

/** Where the value stands as plain text it is written over, in whatever file; what is not written yet gets its attribute. */
function change(
  what: string,
  fact: Known<Fact> | undefined,
  text: string,
  path: string | undefined,
  resource: Resource,
  bench: Bench,
  writing: Writing,
): void {
  const old = fact && valueOf(fact)
  const over = fact && old !== undefined ? writeOver(fact, old, text, bench) : undefined
  const isOpen = fact === undefined || fact.is === 'assumed' || (fact.is === 'unknown' && fact.why === 'absent')
  const add =
    !over && isOpen && path !== undefined && !isPlaced(resource)
      ? setAttribute(resource, path, literal(text), bench.document)
      : undefined
  note(what, old, text, over ?? add, writing)
}

const literal = (text: string) => (/^(true|false|\d+(\.\d+)?)$/.test(text) ? text : JSON.stringify(text))

function writeOver(fact: Known<Fact>, old: Fact, now: string, bench: Bench): Edit | undefined {
  if (!('at' in fact) || fact.at === undefined) return undefined
  const { at } = fact
  const document = at.file === bench.document.file ? bench.document : bench.other(at.file)
  if (!document) return undefined
  const text = textOf(document, at.cell).slice(...at.span)
  const quoted = /^(\[?\s*)(["'])([^"'\\]*)\2(\s*\]?)$/.exec(text)
  if (quoted?.[3] === String(old)) return replace(at, `${quoted[1]}${quoted[2]}${now}${quoted[2]}${quoted[4]}`)
  return text === String(old) && /^(true|false|\d+(\.\d+)?)$/.test(now) ? replace(at, now) : undefined
}

/** A region that nothing names is the config's to say; a provider's is that of everything it makes. */
function writeRegion(now: string, resource: Resource, bench: Bench, writing: Writing): void {
  const { region, cloud, location } = resource
  const isConfigs =
    (region.is === 'assumed' && region.via === 'config') || (region.is === 'unknown' && region.why === 'absent')
  if (isConfigs) {
    writing.config.push({ is: 'region', file: location.file, cloud, region: now })
    writing.notes.push(`region ${now} wherever ${cloud} is used and no region is named`)
    return
  }
  const old = valueOf(region)
  const isOwn =
    'at' in region &&
    region.at?.file === location.file &&
    region.at.span[0] > location.span[0] &&
    region.at.span[1] <= location.span[1]
  if (isOwn && old !== undefined) note('region', old, now, writeOver(region, old, now, bench), writing)
  else writing.left.push('The region is the provider’s, for everything it makes: change it there by hand.')
}
