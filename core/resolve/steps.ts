import type { ClientShape, Sdk } from '../sdk.ts'
import type { Segment } from './value.ts'

/** A client as an SDK lists it. */
export interface Entry {
  readonly sdk: Sdk
  readonly client: ClientShape
}

/** A step as it is compared, and the segment it is read from. */
export interface Step {
  readonly name: string
  readonly segment: Segment
}

export const nameOf = (segment: Segment) => (segment.called ? `${segment.name}()` : segment.name)

/** The longest start of a path that is listed, and the steps after it. */
export function longest({ entries, wild }: Names, steps: readonly Step[]) {
  const anywhere = wild.has(rootOf(steps[0]?.name ?? ''))
  for (let length = steps.length; length > 0; length--) {
    const end = steps[length - 1]!
    const path = steps
      .slice(0, length)
      .map((step) => step.name)
      .join('.')
    const name = end.segment.called ? path.slice(0, -2) : path
    const found = entries.get(name) ?? (anywhere ? anyModule(name).flatMap((any) => entries.get(any) ?? []) : undefined)
    // What is called is made; a module or a class answers without a call.
    const usable = found?.filter(({ client }) => (end.segment.called ? !client.module : client.module))
    if (usable && usable.length > 0)
      return { entries: usable, end: end.segment, call: end.segment.call, rest: steps.slice(length) }
  }
  return moduleFunction(entries, steps)
}

export interface Names {
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** What the names that are listed for any module begin with. */
  readonly wild: ReadonlySet<string>
}

export const rootOf = (name: string) => /^[^./#]*/.exec(name)![0]

/** A name as it is listed for any module of its package, or of one of its folders. */
function anyModule(name: string): readonly string[] {
  const [module = '', end] = name.split('#')
  if (end !== undefined) return foldersOf(module, '/').map((folder) => `${folder}/**#${end}`)
  // A class, or a method of one: what stands before it are modules.
  const [, path, rest] = /^((?:[a-z_]\w*\.)+)([A-Z]\w*(?:\(\))?\.\w+|\w+)$/.exec(name) ?? []
  if (path === undefined) return []
  return foldersOf(path.slice(0, -1), '.').map((folder) => `${folder}.**.${rest}`)
}

/** `a`, `a.b` and `a.b.c` of `a.b.c`. */
function foldersOf(module: string, mark: string): readonly string[] {
  const parts = module.split(mark)
  return parts.map((_, i) => parts.slice(0, i + 1).join(mark))
}

/** A function that a package exports is a step below the package: `ai#generateText` is `generateText` of `ai#*`. */
function moduleFunction(entries: ReadonlyMap<string, readonly Entry[]>, steps: readonly Step[]) {
  const [first, ...rest] = steps
  const [module, name] = first?.segment.name.split('#') ?? []
  if (!first || !module || !name) return undefined
  const found = entries.get(`${module}#*`)?.filter(({ client }) => client.module)
  if (!found || found.length === 0) return undefined
  const segment = { ...first.segment, name }
  return { entries: found, end: first.segment, call: undefined, rest: [{ name: nameOf(segment), segment }, ...rest] }
}
