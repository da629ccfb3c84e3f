import type { Binding, Import, Loop } from '../module.ts'
import type { Span } from '../types.ts'
import { follows } from './alike.ts'
import { guardsAt } from './guards.ts'
import { effective, type ModuleIndex, within } from './module-index.ts'

/** What a name may mean where it stands. Empty lists: nothing in this module gives it a meaning. */
export interface Meaning {
  readonly bindings: readonly Binding[]
  readonly imports: readonly Import[]
  /** Of the name in the scope that declares it, in the order they take effect. */
  readonly all?: readonly Binding[]
}

const nothing: Meaning = { bindings: [], imports: [] }

/** The bindings of a name that may be in force at an offset, nearest scope first. */
export function lookup(index: ModuleIndex, name: string, scope: number, at: number): Meaning {
  const { scopes } = index.module
  const frame = index.frameOf(scope)
  for (let current = scope, direct = true; current >= 0; current = scopes[current]!.parent, direct = false) {
    const owner = scopes[current]
    if (!owner) return nothing
    // A class body's names are not seen from inside its methods.
    if (owner.kind === 'class' && !direct) continue
    const bindings = declaredAt(index.bindings(current, name), at)
    const imports = index.imports(current, name)
    if (bindings.length + imports.length === 0) continue
    const anyOrder = owner.kind === 'comprehension'
    const before = imports.filter((found) => found.span[0] <= at)
    // `import anthropic`, then `anthropic = anthropic.Anthropic()`: until that has run the name is the module's.
    const orLater = index.frameOf(current) !== frame || (current === 0 && before.length === 0)
    const held = anyOrder ? bindings : inForce(index, bindings, at, orLater)
    if (held.length + imports.length > 0)
      return { bindings: held, imports: shadowed(held, before.length > 0 ? before : imports, at), all: bindings }
  }
  return nothing
}

/** By the bindings of a name: those of each block that declares it, and of what is around them. */
const inBlocks = new WeakMap<readonly Binding[], Map<Span | undefined, readonly Binding[]>>()

/** Of all in a function, those of the name that is meant at an offset: what a block declares hides what is around it, and is not seen there. */
function declaredAt(bindings: readonly Binding[], at: number): readonly Binding[] {
  if (!bindings.some(({ block }) => block)) return bindings
  const declaring = innermost(bindings, at)
  const seen = inBlocks.get(bindings) ?? new Map<Span | undefined, readonly Binding[]>()
  inBlocks.set(bindings, seen)
  const there = seen.get(declaring)
  if (there) return there
  const found = bindings.filter((binding) => (binding.block ?? innermost(bindings, binding.span[0])) === declaring)
  seen.set(declaring, found)
  return found
}

function innermost(bindings: readonly Binding[], at: number): Span | undefined {
  let found: Span | undefined
  for (const { block } of bindings) {
    if (block && within(block, at) && (!found || block[0] > found[0])) found = block
  }
  return found
}

/**
 * Of bindings in the order they take effect: from the last one before the offset back to the first that surely ran. Seen from another function, or from a
 * notebook cell above, a name bound only later has its first later value.
 */
export function inForce(index: ModuleIndex, all: readonly Binding[], at: number, orLater: boolean): readonly Binding[] {
  const bindings = withoutTests(all, at)
  const held: Binding[] = []
  let own: boolean | undefined
  const ownSurely = () => (own ??= isSetByOwn(index, bindings, at))
  for (let i = bindings.length - 1; i >= 0; i--) {
    const binding = bindings[i]!
    const isLater = effective(binding) > at
    const isLeft = isOfCalls(index, binding, at) && !ownSurely()
    if (isLater && !isElsewhere(index, binding, at) && !isLeft) continue
    if (isInOtherArm(index, binding, at) && !isLeft) continue
    held.push(binding)
    if (!isLater && surely(index, binding, at))
      return [...held, ...setByCalls(index, bindings.slice(0, i), effective(binding), at)]
  }
  if (held.length > 0) return held
  const hoisted = bindings.filter((binding) => binding.via === 'function' || binding.via === 'class')
  if (hoisted.length > 0) return hoisted.slice(-1)
  return orLater ? bindings.slice(0, 1) : []
}

/** What is bound in tests alone is a stand-in wherever else something stands beside it. */
export function withoutTests(bindings: readonly Binding[], at?: number): readonly Binding[] {
  if (!bindings.some((binding) => binding.inTests)) return bindings
  const kept = bindings.filter((binding) => !inTestsElsewhere(binding, at))
  return kept.some(({ value, via }) => via !== 'assign' || (value && value.is !== 'null')) ? kept : bindings
}

/** Bound in an arm that runs in tests alone, and read outside of it. */
export const inTestsElsewhere = ({ branch, inTests }: Binding, at: number | undefined): boolean =>
  inTests === true && !(branch && at !== undefined && within(branch, at))

/** It stands in an arm that does not run where the offset's does, or that has left before: a test that holds for one fails for the other. */
function isInOtherArm(index: ModuleIndex, binding: Binding, at: number): boolean {
  const { branch, span } = binding
  if (!branch || within(branch, at) || index.module.guards.length === 0) return false
  const around = goingOn(index, binding)
  // The next time round, it may have run before.
  if (around && within(around.span, at)) return false
  return isApart(index, span[0], at)
}

/** The innermost loop that may turn again after it; a function that is called for each of a list leaves its own turn alone. */
export function goingOn(index: ModuleIndex, { leaves, loop }: Binding): Loop | undefined {
  let around = index.loop(loop)
  if (leaves === 'loop' && around?.kind !== 'callback') return index.loop(around?.parent)
  while (leaves && around && around.kind !== 'callback') around = index.loop(around.parent)
  return around
}

/** Does a test that holds where one stands fail where the other does? */
export function isApart(index: ModuleIndex, one: number, other: number): boolean {
  const here = guardsAt(index.module, other)
  if (here.length === 0) return false
  const there = guardsAt(index.module, one)
  return there.some((guard) => here.some((told) => follows(index, told, guard) === false))
}

/** What another function gives a name may hold before it stands in the text. */
function isElsewhere(index: ModuleIndex, { scope, again, span }: Binding, at: number): boolean {
  if (!again) return false
  const home = index.frameOf(index.scopeAt(span[0]))
  return home !== index.frameOf(scope) && home !== index.frameOf(index.scopeAt(at))
}

/**
 * Given by the function that reads it to a name from around it, where an earlier call may have left it:
 * `def ask(): global model; probe(model); model = "gpt-4o-mini"`.
 */
export function isOfCalls(index: ModuleIndex, { scope, again, span }: Binding, at: number): boolean {
  if (!again) return false
  const frame = index.frameOf(index.scopeAt(at))
  return frame !== index.frameOf(scope) && frame === index.frameOf(index.scopeAt(span[0]))
}

/** Each call sets it anew before it is read. */
function isSetByOwn(index: ModuleIndex, all: readonly Binding[], at: number): boolean {
  return all.some((each) => effective(each) <= at && isOfCalls(index, each, at) && surely(index, each, at))
}

/** Of what other functions give a name, what one that is called since then gives it. */
function setByCalls(index: ModuleIndex, all: readonly Binding[], since: number, at: number): readonly Binding[] {
  const frame = index.frameOf(index.scopeAt(at))
  return all.filter((binding) => {
    if (!isElsewhere(index, binding, at)) return false
    const { name } = index.module.scopes[index.frameOf(index.scopeAt(binding.span[0]))]!
    const calls = name === undefined ? [] : index.callsNamed(name)
    return calls.some(
      ({ expr, scope }) => expr.span[0] >= since && expr.span[1] <= at && index.frameOf(scope) === frame,
    )
  })
}

function surely(index: ModuleIndex, binding: Binding, at: number): boolean {
  if (binding.branch && !within(binding.branch, at) && !hasRun(index, binding, at)) return false
  const loop = index.loop(binding.loop)
  return !loop || within(loop.span, at)
}

/** What holds in its arm still does: past `else: return`, the other arm has run. */
function hasRun(index: ModuleIndex, { branch, span }: Binding, at: number): boolean {
  const here = guardsAt(index.module, at)
  if (here.length === 0 || !branch) return false
  const there = guardsAt(index.module, span[0])
  const isIn = there.some((guard) => guard.span[0] === branch[0] && guard.span[1] === branch[1])
  return isIn && there.every((guard) => here.some((told) => follows(index, told, guard) === true))
}

/** An import hides what was bound before it, and is hidden by what surely came after. */
function shadowed(held: readonly Binding[], imports: readonly Import[], at: number): readonly Import[] {
  const newest = imports[imports.length - 1]
  if (!newest || newest.span[0] > at) return held.length > 0 ? [] : imports.slice(0, 1)
  return held.some((binding) => effective(binding) > newest.span[0] && !binding.branch) ? [] : [newest]
}
