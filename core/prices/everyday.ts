// What people type who know no name of the price list: `s3`, `llama`, `cold storage`, `10 TB of cold storage`, `an A10G box`.
import { say, usd } from '../money.ts'
import type { Cloud } from '../types.ts'
import { type Alternatives, alternativesTo } from './alternatives.ts'
import type { ModelPrice, PriceBook } from './book.ts'
import { find } from './find.ts'
import { clouds } from './machines.ts'
import { lineOf, type Match, type MatchLine, modelMatch, storageMatch } from './match.ts'
import type { Need } from './needs.ts'
import { type StorageClass, storageClasses, storageClassesNamed } from './storage-classes.ts'

/** Where the lists have the most of each cloud: looked at where no region is named. */
const mainRegion: Readonly<Record<Cloud, string>> = { aws: 'us-east-1', gcp: 'us-central1', azure: 'eastus' }

interface Asked {
  readonly what: string
  /** Of decimal GB, as storage is sold. */
  readonly gb: number | undefined
}

const gbOf: Readonly<Record<string, number>> = { gb: 1, tb: 1e3, pb: 1e6 }

/** `10 TB of cold storage`; `an A10G box` is an A10G. */
function read(text: string): Asked {
  const [, amount, unit, rest] = /^([\d.,]+)\s*(gb|tb|pb)\s+(?:of\s+)?(.+)$/i.exec(text.trim()) ?? []
  const number = Number(amount?.replaceAll(',', ''))
  const gb = unit !== undefined && number > 0 ? number * gbOf[unit.toLowerCase()]! : undefined
  const what = (gb === undefined ? text : rest!)
    .trim()
    .replace(/^(?:an?|the)\s+/i, '')
    .replace(/\s+(?:box(?:es)?|machines?|instances?|servers?|nodes?|vms?)$/i, '')
  return { what, gb }
}

/** Object storage for what is read once a quarter or less. */
const isCold = ({ kind, step }: StorageClass) => kind === 'object' && step >= 2
const coldWords = /^(?:cold|archiv(?:e|al)) (?:object )?storage$/i

function classesOf(what: string): readonly StorageClass[] {
  if (coldWords.test(what)) return storageClasses.filter(isCold)
  const named = storageClassesNamed(what)
  return named.length > 0 ? named : storageClasses.filter(({ service }) => service === what.toLowerCase())
}

const placeOf = (cloud: Cloud, region: string | undefined) => region ?? mainRegion[cloud]

/** What so much of it costs a month, and to read all of it back once. */
function withMonth(match: Match, gb: number | undefined): Match {
  const by = (label: string) => match.lines.find((line) => line.label === label)?.usd
  const [stored, retrieval] = [by('storage'), by('retrieval')]
  if (gb === undefined || stored === undefined) return match
  const back = retrieval === undefined ? '' : say`; reading all of it back once ${usd(retrieval * gb)}`
  return { ...match, specs: { ...match.specs, month: say`${usd(stored * gb)} for ${gb} GB` + back } }
}

function storageIn(book: PriceBook, { what, gb }: Asked, region: string | undefined): readonly Match[] {
  return classesOf(what).flatMap(({ cloud, service, name }) => {
    const places = region === undefined ? [mainRegion[cloud], ...book.regions(cloud)] : [region]
    const at = places.find((each) => book.storage(cloud, service, name, each) !== undefined)
    const price = at && book.storage(cloud, service, name, at)
    return at === undefined || !price ? [] : [withMonth(storageMatch(cloud, service, name, at, price), gb)]
  })
}

/** `efs`, `lambda`: what the service is billed by. */
function serviceIn(book: PriceBook, { what, gb }: Asked, region: string | undefined): readonly Match[] {
  const service = what.toLowerCase()
  const lines = new Map<string, { readonly provider: string; readonly region: string; readonly lines: MatchLine[] }>()
  const stored: Match[] = []
  for (const { cloud, item, isStorage } of book.itemsOf?.(service) ?? []) {
    const own = clouds.find((each) => each === cloud)
    const places = own === undefined ? ['global'] : [placeOf(own, region), 'global']
    for (const at of places) {
      const storage = isStorage && own ? book.storage(own, service, item, at) : undefined
      if (storage && own) stored.push(withMonth(storageMatch(own, service, item, at, storage), gb))
      const price = isStorage ? undefined : book.service(cloud, service, item, at)
      if (price === undefined) continue
      const unit = price.per === 1 ? price.unit : say`${price.per} ${price.unit}s`
      const there = lines.get(`${cloud} ${at}`) ?? { provider: cloud, region: at, lines: [] }
      there.lines.push(lineOf(item, unit, price))
      lines.set(`${cloud} ${at}`, there)
    }
  }
  return [...stored, ...[...lines.values()].map((each): Match => ({ what: service, specs: {}, ...each }))]
}

const modes: readonly (readonly [words: RegExp, mode: ModelPrice['mode']])[] = [
  [/^re-?rank(?:er|ers|ing)?$/i, 'rerank'],
  [/^embeddings?$/i, 'embed'],
  [/^(?:transcription|speech[ -]to[ -]text)$/i, 'transcribe'],
  [/^text[ -]to[ -]speech$/i, 'speech'],
  [/^ocr$/i, 'ocr'],
]

/** `llama` is llama-3.3 and Meta-Llama-3, not ollama; `rerank` what ranks. */
function modelsOf(book: PriceBook, what: string): readonly ModelPrice[] {
  const mode = modes.find(([words]) => words.test(what))?.[1]
  if (mode !== undefined) return book.models().filter((model) => model.mode === mode)
  if (!/^[a-z][a-z-]{2,}$/i.test(what)) return []
  const word = new RegExp(`(?:^|[^a-z])${what}(?![a-z])`, 'i')
  return book.models().filter(({ id }) => word.test(id))
}

const membersOf = (book: PriceBook, asked: Asked, region: string | undefined): readonly Match[] => {
  for (const some of [storageIn(book, asked, region), serviceIn(book, asked, region)]) if (some.length > 0) return some
  return modelsOf(book, asked.what).map((model) => modelMatch(model))
}

/** `whisper` is one seller's model and the family of many: all of them. */
function familyOf(book: PriceBook, text: string, exact: readonly Match[]): readonly Match[] {
  const isWord = /^[a-z]+$/i.test(text.trim())
  const areModels = exact.every(({ region, lines }) => region === undefined && lines[0]?.unit !== 'hour')
  const family = isWord && exact.length > 0 && areModels ? modelsOf(book, text.trim()) : []
  return family.length > exact.length ? family.map((model) => modelMatch(model)) : []
}

const first = ({ lines }: Match) => lines[0]?.usd ?? Number.POSITIVE_INFINITY

/**
 * As `find`; where nothing has exactly that name, the members of a class, family, service or kind of work, cheapest first. Of storage
 * and services without a region: those of us-east-1, us-central1 and eastus, or of another region where there is no price in these.
 */
export function findEveryday(book: PriceBook, text: string, region?: string): readonly Match[] {
  const exact = find(book, text, region)
  const family = familyOf(book, text, exact)
  if (family.length > 0) return [...family].sort((a, b) => first(a) - first(b))
  if (exact.length > 0) return exact
  const asked = read(text)
  const plain = asked.gb === undefined && asked.what !== text.trim() ? find(book, asked.what, region) : []
  return plain.length > 0 ? plain : [...membersOf(book, asked, region)].sort((a, b) => first(a) - first(b))
}

const mostNamed = 8

/** As `alternativesTo`; of cold storage what it saves beside the standard class, of a word that has several members their names. */
export function everydayAlternatives(
  book: PriceBook,
  text: string,
  need: Need,
  today?: string,
): ReturnType<typeof alternativesTo> {
  const family = familyOf(book, text, find(book, text))
  if (family.length > 0) return namesTold(text.trim(), family)
  const exact = alternativesTo(book, text, need, today)
  if (exact !== undefined) return exact
  const asked = read(text)
  const regions = need.regions.length === 0 ? [mainRegion.aws] : need.regions
  if (coldWords.test(asked.what)) return coldBeside(book, asked, { ...need, regions })
  const plain = alternativesTo(book, asked.what, asked.gb === undefined ? need : { ...need, regions }, today)
  if (plain !== undefined) return 'error' in plain ? plain : byMonth(plain, asked.gb)
  return namesTold(asked.what, membersOf(book, asked, need.regions[0]))
}

function namesTold(word: string, members: readonly Match[]): { readonly error: string } | undefined {
  const names = [...new Set(members.map(({ what }) => what))]
  if (names.length === 0) return undefined
  const more = names.length > mostNamed ? say` and ${names.length - mostNamed} more` : ''
  return { error: `"${word}" is ${names.slice(0, mostNamed).join(', ')}${more}: write one of them` }
}

function coldBeside(book: PriceBook, { gb }: Asked, need: Need): ReturnType<typeof alternativesTo> {
  const hot = storageClasses.find(
    ({ cloud, kind, step }) => kind === 'object' && step === 0 && book.regions(cloud).includes(need.regions[0]!),
  )
  const found = hot && alternativesTo(book, `${hot.service} ${hot.name}`, need)
  if (found === undefined || 'error' in found) return found
  const cold = new Set(storageClasses.filter(isCold).map(({ service, name }) => `${service} ${name}`))
  return byMonth({ ...found, alternatives: found.alternatives.filter(({ what }) => cold.has(what)) }, gb)
}

function byMonth(found: Alternatives, gb: number | undefined): Alternatives {
  if (gb === undefined) return found
  const alternatives = found.alternatives.map((each) => {
    const { specs } = withMonth(each, gb)
    if (each.saves.per !== 'GB-month') return each
    return { ...each, specs, saves: { per: say`month of ${gb} GB`, usd: Number((each.saves.usd * gb).toPrecision(6)) } }
  })
  return { ...found, of: withMonth(found.of, gb), alternatives }
}
