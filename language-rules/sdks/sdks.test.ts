import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { fileDocument } from '../../core/document.ts'
import { resourcesOf } from '../../core/estimate/sites.ts'
import { unknown, valueOf } from '../../core/known.ts'
import type { Lower } from '../../core/language.ts'
import { lineStarts, positionAt } from '../../core/lines.ts'
import { findModelCalls } from '../../core/resolve/calls.ts'
import { mayHoldDocument } from '../../core/resolve/documents.ts'
import { findRented } from '../../core/resolve/rented.ts'
import type { Sdk, SdkExample, SeenCall, SeenRent } from '../../core/sdk.ts'
import type { Known, ModelCall, Offered, PromptPart, Repeat } from '../../core/types.ts'
import { language as python } from '../languages/python.ts'
import { language as typescript } from '../languages/typescript.ts'
import { language as yaml } from '../languages/yaml.ts'
import { registry } from '../registry.gen.ts'

interface SdkFile {
  readonly sdk: Sdk
  readonly examples: readonly SdkExample[]
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const sdks: readonly SdkFile[] = await Promise.all(files.map((name) => import(`./${name}`) as Promise<SdkFile>))
/** All at once, as the engine reads them: a shape that claims another's calls shows. */
const everySdk = sdks.map(({ sdk }) => sdk)
const lower: Record<SdkExample['lang'], Lower> = {
  python: await python.load(),
  typescript: await typescript.load(),
  yaml: await yaml.load(),
}
const ending: Record<SdkExample['lang'], string> = { python: 'py', typescript: 'ts', yaml: 'yaml' }

const written = (part: PromptPart): string => {
  const said = part.is === 'text' ? part.text : `{${part.name}}`
  return part.role === undefined ? said : `${part.role}: ${said}`
}

const named = (name: string, is: Known<string | number>): [string, string | number][] => {
  const value = valueOf(is)
  return value === undefined ? [] : [[name, value]]
}

const foundBy = (part: PromptPart): string[] =>
  part.is === 'hole' && part.retrieved
    ? [`${part.retrieved.pieces} × ${part.retrieved.size} ${part.retrieved.unit}s`]
    : []

const repeated = ({ kind, via, where, bound }: Repeat): string =>
  [kind, via, where, ...(bound === undefined ? [] : [bound])].join(' ')

const offeredAs = ({ provider, model }: Offered): string =>
  `${provider}: ${model.is === 'oneOf' ? model.among.join(', ') : (valueOf(model) ?? 'unknown')}`

/** Every key an example may name, as the call has it. */
function seen(call: ModelCall, line: number): Required<SeenCall> {
  const { model } = call
  return {
    line,
    call: call.call,
    api: call.api,
    provider: call.provider,
    providerFrom: call.providerFrom ?? null,
    offered: (call.offered ?? []).map(offeredAs),
    model: valueOf(model) ?? null,
    usualModel: call.usualModel ?? null,
    modelVia: model.is === 'known' || model.is === 'assumed' ? model.via : '',
    modelAmong: model.is === 'oneOf' ? model.among : [],
    maxOutput: valueOf(call.maxOutput) ?? null,
    n: valueOf(call.n) ?? Number.NaN,
    cached: call.cached,
    batch: call.batch,
    confidence: call.confidence ?? null,
    repeats: call.repeats.map(repeated),
    input: call.input.map(written),
    asked: Object.fromEntries(Object.entries(call.asked ?? {}).flatMap(([name, is]) => named(name, is))),
    retrieved: call.input.flatMap(foundBy),
  }
}

function callsIn({ lang, code }: SdkExample): Required<SeenCall>[] {
  const module = lower[lang](code, `example.${ending[lang]}`)
  expect(module.problems).toEqual([])
  const document = fileDocument('src/example', lang, code)
  const starts = lineStarts(code)
  const calls = findModelCalls(document, module, everySdk)
  return calls.map((call) => seen(call, positionAt(starts, call.location.span[0]).line))
}

const prices = loadPriceBook()

/** What others read, and no resource. */
const asides = new Set(
  everySdk.flatMap(({ rents = [] }) =>
    rents.flatMap(({ aside, type, otherwise }) => (aside ? type : (otherwise ?? []))),
  ),
)

/** What an example rents, as the resources read it; of the facts only those the example names. */
function rentedIn({ lang, code, rents = [] }: SdkExample): readonly SeenRent[] {
  const document = fileDocument('src/example', lang, code)
  const starts = lineStarts(code)
  const all = findRented(document, lower[lang](code, `example.${ending[lang]}`), everySdk)
  const blocks = all.filter(({ type }) => !asides.has(type))
  return blocks.map((block, i) => {
    const definition = registry.resources.find(({ from }) => from.sdk?.[block.type])
    if (!definition) throw new Error(`no resource reads ${block.type}`)
    const [site] = resourcesOf(block, definition, prices, () => ({}))
    const { facts, count, purchase, region } = rents[i] ?? {}
    const named = Object.keys(facts ?? {}).map((name) => [
      name,
      valueOf(site!.shape[name] ?? unknown('absent')) ?? null,
    ])
    return {
      line: positionAt(starts, block.location.span[0]).line,
      type: block.type,
      ...(facts === undefined ? {} : { facts: Object.fromEntries(named) }),
      ...(count === undefined ? {} : { count: valueOf(site!.count) ?? null }),
      ...(purchase === undefined ? {} : { purchase: site!.purchase ?? 'unknown' }),
      ...(region === undefined ? {} : { region: valueOf(site!.region) ?? null }),
    }
  })
}

/** Only the keys an example names are compared, except that every call must be listed. */
function asNamed(all: Required<SeenCall>, example: SeenCall | undefined): object {
  if (!example) return all
  return Object.fromEntries(Object.keys(example).map((key) => [key, all[key as keyof SeenCall]]))
}

describe.each(sdks)('$sdk.id', ({ sdk, examples }) => {
  const languages = (['python', 'typescript'] as const).filter((lang) => sdk.clients.some((client) => client[lang]))

  it('shows a call in every language it has clients for, and something alike that is none', () => {
    const shown = (lang: SdkExample['lang']) =>
      examples.some((each) => each.lang === lang && each.sees.length + (each.rents ?? []).length > 0)
    expect(languages.filter((lang) => !shown(lang))).toEqual([])
    expect(shown('yaml')).toBe(sdk.documents !== undefined)
    expect(examples.some(({ sees, rents = [] }) => sees.length + rents.length === 0)).toBe(true)
  })

  it('is named as its file', () => {
    expect(files).toContain(`${sdk.id}.ts`)
  })

  it('bills no path it calls free, and lists none twice', () => {
    const paths = [
      ...sdk.calls.map((call) => [call.path, call.on ?? '', call.made ?? '', call.url?.path ?? '']),
      ...(sdk.rents ?? []).map((rent) => [rent.path, rent.on ?? '', rent.made ?? '']),
    ].map((parts) => parts.flat().join(' ').trim())
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.filter((path) => sdk.free.includes(path))).toEqual([])
  })

  it('finds one of its words in every example with a call, so that the first pass lets it through', () => {
    const isFound = ({ lang, code }: SdkExample) =>
      lang === 'yaml' ? mayHoldDocument(code, [sdk]) : sdk.words.some((word) => code.includes(word))
    const missed = examples.filter((each) => each.sees.length + (each.rents ?? []).length > 0 && !isFound(each))
    expect(missed).toEqual([])
  })

  it.each(examples.map((example, at) => ({ ...example, at })))(
    'sees what example $at ($lang) says: $code',
    (example) => {
      const found = callsIn(example)
      expect(found.map((call, at) => asNamed(call, example.sees[at]))).toEqual(example.sees)
      expect(rentedIn(example)).toEqual(example.rents ?? [])
    },
  )
})
