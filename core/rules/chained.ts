import { namesIn } from '../fixes/hoist.ts'
import type { Binding, Expr, Loop, Module } from '../module.ts'
import type { ModelCall, Span } from '../types.ts'

/** Whether a pass of the loop around a call asks with what the pass before it answered: `text = ask(text)`. */
export function isChained(call: ModelCall, module: Module): boolean {
  const site = module.calls[call.source.call]
  const loop = site && module.loops.find((each) => each.id === site.loop)
  if (!site || !loop) return false
  const inLoop = module.bindings.filter(({ span }) => inside(loop.span, span))
  const answers = answeredBy(site.expr.span, inLoop)
  const asked = new Set(site.expr.args.flatMap(({ value }) => namesIn(value)))
  return [...asked].some((name) => answers.has(name) && !isMadeAnew(name, inLoop, answers, loop, site.expr.span[0]))
}

const inside = (outer: Span, inner: Span) => outer[0] <= inner[0] && inner[1] <= outer[1]
const nameOf = ({ target }: Binding) => (target.is === 'name' ? target.name : undefined)

/** Names that hold what the call answered, or something made of it. */
function answeredBy(call: Span, bindings: readonly Binding[]): ReadonlySet<string> {
  const names = new Set<string>()
  const comesFrom = (value: Expr | undefined) =>
    value !== undefined && (inside(value.span, call) || namesIn(value).some((name) => names.has(name)))
  for (let before = -1; before !== names.size; ) {
    before = names.size
    for (const binding of bindings) {
      const name = nameOf(binding)
      if (name !== undefined && comesFrom(binding.value)) names.add(name)
    }
  }
  return names
}

/** Given another value in the same pass, before the call. */
const isMadeAnew = (
  name: string,
  bindings: readonly Binding[],
  answers: ReadonlySet<string>,
  loop: Loop,
  call: number,
): boolean =>
  loop.variable === name ||
  bindings.some(
    (binding) =>
      nameOf(binding) === name &&
      binding.span[1] <= call &&
      !(binding.value && namesIn(binding.value).some((each) => answers.has(each))),
  )
