import { namesIn } from '../fixes/hoist.ts'
import type { Binding, CallExpr, Expr, Loop, Module } from '../module.ts'
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

/** Whether a call is only made for what an earlier call of the same kind answered: `if answer.stop_reason == "max_tokens": ask(less)`. */
export function isAskedForAnswer(call: ModelCall, module: Module): boolean {
  const site = module.calls[call.source.call]
  if (!site) return false
  const around = module.guards.filter(({ span }) => inside(span, site.expr.span))
  if (around.length === 0) return false
  const bindings = module.bindings.filter(({ scope, span }) => scope === site.scope && span[1] <= site.expr.span[0])
  const earlier = module.calls.filter(
    ({ expr, scope }) =>
      scope === site.scope && expr.span[1] <= site.expr.span[0] && methodOf(expr) === methodOf(site.expr),
  )
  const answers = new Set(earlier.flatMap(({ expr }) => [...answeredBy(expr.span, bindings)]))
  return around.some(({ test }) => namesIn(test).some((name) => answers.has(name)))
}

const methodOf = ({ callee }: CallExpr) => (callee.is === 'member' ? callee.name : undefined)
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
