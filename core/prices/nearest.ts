// The name in the price book that was probably meant by one that has no price. Said beside "no price", and never used for money.
import { distance } from '../config/nearest.ts'
import type { Cloud, Provider } from '../types.ts'
import type { PriceBook } from './book.ts'
import { clouds } from './machines.ts'
import { bare, undated } from './model-id.ts'
import { routed } from './routers.ts'

interface Name {
  readonly name: string
  /** `claude sonnet` of claude-sonnet-4-5. */
  readonly words: string
  /** 4 and 5 of it. */
  readonly numbers: readonly number[]
  readonly tokens: readonly string[]
}

function nameOf(name: string): Name {
  const tokens = name.toLowerCase().match(/[a-z]+|\d+/g) ?? []
  const words = tokens.filter((token) => /^[a-z]/.test(token)).join(' ')
  return { name, words, numbers: tokens.filter((token) => /^\d/.test(token)).map(Number), tokens }
}

/** How far apart two names are, the more telling figure first; undefined where they are not alike. */
type Away = readonly number[] | undefined

const firstLess = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const differ = (a[i] ?? -1) - (b[i] ?? -1)
    if (differ !== 0) return differ
  }
  return 0
}

function closest(names: readonly Name[], away: (name: Name) => Away): string | undefined {
  let best: { readonly name: Name; readonly away: readonly number[] } | undefined
  for (const name of names) {
    const far = away(name)
    if (far === undefined) continue
    const order = best === undefined ? -1 : firstLess(far, best.away) || name.name.length - best.name.name.length
    if (order < 0 || (order === 0 && best !== undefined && name.name < best.name.name)) best = { name, away: far }
  }
  return best?.name.name
}

/** Number by number: versions that share their first number are nearer than those that share their second. */
const between = (a: readonly number[], b: readonly number[]) =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => Math.abs((a[i] ?? 0) - (b[i] ?? 0)))

/** Where no version is named the last is meant; numbers of three digits and more are days or sizes. */
const newest = (numbers: readonly number[]) => numbers.map((each) => (each < 100 ? -each : 0))

const startsWith = <T>(whole: readonly T[], start: readonly T[]) => start.every((each, i) => whole[i] === each)
const isStart = <T>(a: readonly T[], b: readonly T[]) => startsWith(a, b) || startsWith(b, a)

/** Same family and another version; a slip in the letters of the same version; a variant the book does not have, or the book's. */
function modelAway(asked: Name, name: Name): Away {
  if (asked.words === name.words && asked.words !== '')
    return [0, ...(asked.numbers.length === 0 ? newest(name.numbers) : between(asked.numbers, name.numbers))]
  const slips = Math.floor(Math.min(asked.words.length, name.words.length) / 5)
  const isNear = Math.abs(asked.words.length - name.words.length) <= slips && isStart(asked.numbers, name.numbers)
  const slipped = isNear ? distance(asked.words, name.words) : undefined
  if (slipped !== undefined && slipped <= slips) return [slipped, ...between(asked.numbers, name.numbers)]
  const shared = Math.min(asked.tokens.length, name.tokens.length)
  const more = Math.abs(asked.tokens.length - name.tokens.length)
  const isFamily = shared >= 2 && more <= 2 && /[a-z]{3}/.test(asked.tokens.slice(0, shared).join(' '))
  return isFamily && isStart(asked.tokens, name.tokens) ? [9, more] : undefined
}

/** One slip in a short name, two in a long one; of two, the one of the same letters. */
function slipsAway(asked: Name, name: Name, text: string): Away {
  const written = name.name.toLowerCase()
  const { length } = text.replace(/^standard_/, '')
  const slips = length < 4 ? 0 : length < 12 ? 1 : 2
  if (Math.abs(written.length - text.length) > slips) return undefined
  const away = distance(text, written)
  return away > slips ? undefined : [away, Number(asked.words !== name.words), ...between(asked.numbers, name.numbers)]
}

interface Names {
  readonly models: ReadonlyMap<string, readonly Name[]>
  readonly types: (cloud: Cloud) => readonly Name[]
  /** A file is costed at each key, and what is unknown in it is mostly the same: answers by what was asked. */
  readonly answers: Map<string, string | undefined>
}

const known = new WeakMap<PriceBook, Names>()

/** Made when first asked for, once for each book. */
function namesIn(book: PriceBook): Names {
  const there = known.get(book)
  if (there) return there
  const models = new Map<string, Name[]>()
  for (const { provider, id } of book.models()) {
    const sold = models.get(provider)
    if (sold) sold.push(nameOf(id))
    else models.set(provider, [nameOf(id)])
  }
  const types = new Map<Cloud, readonly Name[]>()
  const made: Names = {
    models,
    answers: new Map(),
    types(cloud) {
      const names = types.get(cloud) ?? book.types(cloud).map(nameOf)
      types.set(cloud, names)
      return names
    },
  }
  known.set(book, made)
  return made
}

function answered(book: PriceBook, asked: string, answer: () => string | undefined): string | undefined {
  const { answers } = namesIn(book)
  if (!answers.has(asked)) answers.set(asked, answer())
  return answers.get(asked)
}

function modelLike(names: readonly Name[], model: string): string | undefined {
  const id = bare(model.trim().toLowerCase())
  const asked = nameOf(undated(id) ?? id)
  return closest(names, (name) => modelAway(asked, name))
}

/** The model of the same provider that is most like one that has no price. */
export function nearestModel(book: PriceBook, provider: Provider, model: string): string | undefined {
  const at = routed(provider, model)
  const found =
    at &&
    answered(book, `${at.provider}/${at.model}`, () => modelLike(namesIn(book).models.get(at.provider) ?? [], at.model))
  return found?.toLowerCase() === at?.model.toLowerCase() ? undefined : found
}

/** The machine type of a cloud that is most like one that is not in the book. */
export function nearestType(book: PriceBook, cloud: Cloud, type: string): string | undefined {
  const lower = type.trim().toLowerCase()
  const text = cloud === 'azure' && !lower.startsWith('standard_') ? `standard_${lower}` : lower
  const asked = nameOf(text)
  const names = namesIn(book).types(cloud)
  return answered(book, `${cloud} ${text}`, () =>
    names.some(({ name }) => name.toLowerCase() === text)
      ? undefined
      : closest(names, (name) => slipsAway(asked, name, text)),
  )
}

/** The region of a cloud that is most like one that is not in the book: `East US 9` is read as eastus9. */
export function nearestRegion(book: PriceBook, cloud: Cloud, region: string): string | undefined {
  const text = region.toLowerCase().replaceAll(' ', '')
  const asked = nameOf(text)
  const names = book.regions(cloud)
  return names.includes(text) ? undefined : closest(names.map(nameOf), (name) => slipsAway(asked, name, text))
}

/** For a name that could be of anything: a machine type of any cloud, else a model of any provider. */
export function nearestName(book: PriceBook, text: string): string | undefined {
  const slash = text.indexOf('/')
  const { models } = namesIn(book)
  const seller = models.get(text.slice(0, Math.max(0, slash)))
  if (seller) return modelLike(seller, text.slice(slash + 1))
  for (const cloud of clouds) {
    const type = nearestType(book, cloud, text)
    if (type !== undefined) return type
  }
  return modelLike([...models.values()].flat(), text)
}

/** A region that is in none of the clouds' lists: the one that is most like it. */
export function nearestAnyRegion(book: PriceBook, region: string): string | undefined {
  if (clouds.some((cloud) => book.regions(cloud).includes(region))) return undefined
  return clouds.map((cloud) => nearestRegion(book, cloud, region)).find((found) => found !== undefined)
}
