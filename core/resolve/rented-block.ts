import type { Document } from '../document.ts'
import { locate } from '../document.ts'
import type { Block, NestedBlock } from '../format.ts'
import { known, unknown } from '../known.ts'
import type { CallExpr, Expr } from '../module.ts'
import type { Fact, Known, Location, OpenArguments } from '../types.ts'
import { ambientValues } from './ambient.ts'
import { type Arguments, argumentsIn, type Given } from './arguments.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { readSome, readValues, spanOf } from './read.ts'
import type { Stand } from './stands.ts'
import { templateOf } from './template.ts'
import type { Scalar } from './value.ts'

/** What the arguments of one call are read with. */
export interface Reading {
  readonly context: Context
  readonly document: Document
  /** What a value stands for where it is no text and no number. */
  readonly stands: Stand
  /** The call's own. */
  readonly own: Arguments
  /** Of each way to the call, the arguments of the calls that made what it is called on, nearest first. */
  readonly ways: readonly (readonly Arguments[])[]
  /** What the method is called on. */
  readonly receiver?: Expr | undefined
}

interface Named extends Pick<Block, 'type' | 'name' | 'key' | 'location'> {
  readonly open?: OpenArguments | undefined
}

/** The calls that what is given at a path came from: `made["LaunchTemplate"]["LaunchTemplateId"]` of what made the template. */
export function callsAt(reading: Reading, path: string): readonly CallExpr[] {
  const values = alternatives(reading, path).flatMap(({ among }) => among.flatMap(reading.context.evaluate))
  return values.flatMap((value) => (value.is === 'symbol' ? value.path.flatMap(({ call }) => call ?? []) : []))
}

const isFact = (value: Scalar): value is Fact => value !== null && value !== ''

/**
 * A call as a resource definition reads it. A path is the name of an argument, and of what that holds: `compute.instance_type`; `[1]` the
 * second argument without a name. Of several after each other, `instance_type|[1]`, the first that is given. `^instance_type`: given to
 * what the method is called on, when that was made; `.storage_class`: set on it since. `@google.cloud.aiplatform.init(location)`: set for all by that call. A list gives its members, of a record the names.
 */
export function blockOf(reading: Reading, { open, ...named }: Named): Block {
  const { document, own, context } = reading
  const written = [...own.fields.named].flatMap(([name, { among }]) => {
    const value = among.at(-1)
    return value && !name.startsWith('[') ? [[name, locate(document, spanOf(context, value))] as const] : []
  })
  return {
    ...named,
    ...readingOf(reading, named.location),
    template: (path) => templateAt(reading, path),
    address: named.key,
    source: {
      body: named.location,
      values: Object.fromEntries(written),
      blocks: [],
      call: true,
      ...(open === undefined ? {} : { open }),
    },
    region: unknown('absent'),
    count: known(1, named.location),
    tags: {},
    module: undefined,
    modules: () => [],
    referredBy: () => [],
    target: () => undefined,
    instances: () => [],
    ofType: () => [],
    isNamed: () => undefined,
  }
}

function readingOf(reading: Reading, at: Location): Pick<NestedBlock, 'fact' | 'list' | 'nested'> {
  const of = (path: string) => alternatives(reading, path)
  return {
    fact(path) {
      const written = readSome(of(path).map((given) => factOf(reading, given)))
      const ambient = path.split('|').filter((name) => name.startsWith('@'))
      const left = written.is === 'unknown' && written.why === 'absent'
      return left && ambient.length > 0 ? setForAll(reading, ambient, at) : written
    },
    list: (path) => readSome(of(path).map((given) => listOf(reading, given))),
    nested(path) {
      const [given] = of(path)
      const items = (given?.among ?? []).flatMap((expr) => itemsIn(reading.context, expr) ?? [])
      return items.map((item) => ({
        ...readingOf({ ...reading, own: argumentsIn(reading.context, item), ways: [], receiver: undefined }, at),
        count: known(1, at),
      }))
    },
  }
}

/** Undefined where a run may give one of several. */
function templateAt(reading: Reading, path: string): string | undefined {
  const given = alternatives(reading, path).flatMap(({ among, state }) => (state === 'given' ? among : []))
  const [only, ...others] = given
  return only === undefined || others.length > 0 ? undefined : templateOf(reading.context, only)?.text
}

/** What the program sets once: `aiplatform.init(location="us-central1")`. */
function setForAll({ context, document, stands }: Reading, names: readonly string[], at: Location): Known<Fact> {
  const values = ambientValues(
    context,
    names.map((name) => name.slice(1)),
  ).map((value) => stands(value) ?? value)
  return values.length === 0 ? unknown('absent') : readValues(document, values, isFact, at.span)
}

/** What each way to the call gives at a path: of several names the first that is given. */
function alternatives({ context, own, ways, receiver }: Reading, path: string): readonly Given[] {
  const names = path.split('|').filter((name) => !name.startsWith('@'))
  const outside = names.some((name) => name.startsWith('^'))
  return (outside && ways.length > 0 ? ways : [[]]).map((way) => {
    const all = names.flatMap((name) => {
      if (name.startsWith('^')) return way.map((args) => args.get(name.slice(1)))
      if (!name.startsWith('.')) return [own.get(name)]
      return receiver === undefined ? [] : [argumentsIn(context, receiver).get(name.slice(1))]
    })
    const sure = all.find(({ state }) => state === 'given' || state === 'maybe')
    return sure ?? all.find(({ state }) => state === 'open') ?? absent
  })
}

const absent: Given = { among: [], state: 'absent' }

function factOf(reading: Reading, given: Given): Known<Fact> {
  if (given.state === 'absent') return unknown('absent')
  if (given.state === 'open' || given.among.length === 0) return unknown('dynamic')
  const { context, document, stands } = reading
  const at = spanOf(context, given.among[0]!)
  const values = given.among.flatMap(context.evaluate).map((value) => stands(value) ?? value)
  const read = readValues(document, values, isFact, at)
  // `None` is what a parameter is that is not given.
  if (read.is === 'unknown' && read.why === 'absent') return unknown('absent')
  const sure = read.is === 'known' || read.is === 'oneOf'
  return given.state === 'maybe' && sure ? unknown('dynamic', locate(document, at)) : read
}

function listOf(reading: Reading, given: Given): Known<readonly Known<Fact>[]> {
  if (given.state === 'absent') return unknown('absent')
  const { context, document, own } = reading
  const [expr, ...others] = given.among
  if (given.state !== 'given' || !expr || others.length > 0) return unknown('dynamic')
  const at = locate(document, spanOf(context, expr))
  const items = itemsIn(context, expr)
  const one = (item: Expr) => factOf({ ...reading, own }, { among: [item], state: 'given' })
  if (items) return known(items.map(one), at)
  const only = one(expr)
  return only.is === 'unknown' ? unknown(only.why, at) : known([only], at)
}

/** Members of a list, names of a record; undefined where it is neither, or a run makes it. */
function itemsIn(context: Context, expr: Expr): readonly Expr[] | undefined {
  const isData = context.evaluate(expr).every((value) => value.is === 'data')
  return isData ? elementsOf(context, expr) : undefined
}
