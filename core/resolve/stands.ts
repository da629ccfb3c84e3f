// What stands for a text or a number where an argument is read: `Stands` of core/sdk.ts.
import type { Sdk } from '../sdk.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { type ScalarValue, type Segment, type SymbolValue, scalar, type Value } from './value.ts'

/** The value it stands for; undefined where it stands for nothing else. */
export type Stand = (value: Value) => ScalarValue | undefined

export function standIns(context: Context, { stands = {} }: Sdk): Stand {
  const { names = [], values = {}, texts = {} } = stands
  const isEnumeration = names.map(like)
  const held = Object.entries(values).map(([path, param]) => [like(path), param] as const)
  const made = Object.entries(texts).map(([path, text]) => [like(path), text] as const)
  return (value) => {
    if (value.is !== 'symbol' || value.global) return undefined
    const { path } = value
    const plain = dottedOf(path)
    const call = path.at(-1)?.call
    const at = call?.span ?? [0, 0]
    const member = memberOf(path)
    if (!path.some(({ called }) => called) && isEnumeration.some((is) => is.test(dottedOf(path.slice(0, member)))))
      return scalar(path[member]!.name, at)
    const param = call && held.find(([is]) => is.test(plain))?.[1]
    if (param !== undefined && call) return given(context, value, param, true)
    // `size.default_value`: what was given, asked of what was made.
    const maker = call ? undefined : path.at(-2)?.call
    const kept =
      maker && held.find(([is, names]) => is.test(dottedOf(path.slice(0, -1))) && listOf(names).includes(end(path)))
    if (maker && kept) return given(context, { ...value, path: path.slice(0, -1) }, end(path), false)
    const text = made.find(([is]) => is.test(plain))?.[1]
    return text === undefined ? undefined : scalar(filled(context, value, text), at)
  }
}

/** A dotted path; `**` stands for any modules between. */
const like = (path: string) =>
  new RegExp(`^${path.replace(/[.#/$@]/g, '\\$&').replace(/\\\.\*\*\\\./g, '\\.(?:[\\w.]+\\.)?')}$`)

const end = (path: readonly Segment[]) => path.at(-1)?.name ?? ''
const listOf = (names: string | readonly string[]) => (typeof names === 'string' ? names.split('|') : names)

const dottedOf = (path: readonly Segment[]) => path.map(({ name }) => name).join('.')

/** Where the member of an enumeration stands: `AcceleratorType.T4`, `AcceleratorType.T4.name`. */
function memberOf(path: readonly Segment[]): number {
  const end = path.length - 1
  return /^(name|value)$/.test(path[end]?.name ?? '') ? end - 1 : end
}

function given(context: Context, { path }: SymbolValue, param: string | readonly string[], assumed: boolean) {
  const call = path.at(-1)?.call
  if (!call) return undefined
  const args = argumentsOf(context, call, 0, [])
  const values = args.first(listOf(param)).given.among.flatMap(context.evaluate)
  const [only, ...others] = values
  if (only?.is !== 'scalar' || others.length > 0) return undefined
  return assumed ? { ...only, assumed: true, via: 'parameter' as const } : only
}

/** `{name}` is what the parameter of that name is given; without it the mark before it goes too. */
const filled = (context: Context, value: SymbolValue, text: string): string =>
  text.replace(/([^\w{}]?)\{([^}]*)\}/g, (_, mark: string, param: string) => {
    const held = given(context, value, param.split('|'), false)?.value
    return held === undefined || held === null ? '' : `${mark}${held}`
  })
