import { partsOfPath } from '../path.ts'
import { type Json, type JsonObject, listOf, objectOf, stepInto, textOf } from './json.ts'
import type { Plan } from './plan.ts'

/** Where a resource or a reference stands: the names of the module calls around it, outermost first. */
type Path = readonly string[]

const pathOf = (module: string): Path => module.split('.').filter((part, i) => i % 2 === 1 && part !== '')

function moduleAt(plan: Plan, path: Path): JsonObject {
  return path.reduce((module, name) => objectOf(callIn(module, name).module), plan.configuration)
}

const callIn = (module: JsonObject, name: string) => objectOf(objectOf(module.module_calls)[name])

/** The resource as the configuration writes it. @param address without indexes */
export function configuredResource(plan: Plan, address: string): JsonObject {
  const { path, local } = split(address)
  return resourcesOf(moduleAt(plan, path)).get(local) ?? {}
}

/** By the module they stand in, of which a plan asks once for each instance. */
const indexed = new WeakMap<JsonObject, ReadonlyMap<string, JsonObject>>()

function resourcesOf(module: JsonObject): ReadonlyMap<string, JsonObject> {
  const before = indexed.get(module)
  if (before !== undefined) return before
  const made = new Map(listOf(module.resources).map((each) => [textOf(objectOf(each).address) ?? '', objectOf(each)]))
  indexed.set(module, made)
  return made
}

function split(address: string): { readonly path: Path; readonly local: string } {
  const parts = address.split('.')
  const local = parts.slice(-2).join('.')
  return { path: pathOf(parts.slice(0, -2).join('.')), local }
}

/**
 * Addresses without indexes of the resources that an expression, or all of a block's, comes to: through the inputs of
 * modules and their outputs. A plan does not say what locals hold.
 * @param at dotted path of one argument; left out, all of the block's
 */
export function resourcesReferred(plan: Plan, address: string, at?: string): ReadonlySet<string> {
  const expressions = configuredResource(plan, address).expressions
  const expression = at === undefined ? expressions : partsOfPath(at).reduce(stepInto, expressions)
  const found = new Set<string>()
  const seen = new Set<string>()
  const waiting = referencesIn(expression).map((reference) => ({ reference, path: split(address).path }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = [...next.path, next.reference].join('/')
    if (seen.has(key)) continue
    seen.add(key)
    const [kind, name, output] = next.reference.replace(/\[[^\]]*\]/g, '').split('.')
    if (kind === 'var' && next.path.length > 0) {
      const outer = next.path.slice(0, -1)
      const input = objectOf(callIn(moduleAt(plan, outer), next.path.at(-1)!).expressions)[name ?? '']
      waiting.push(...referencesIn(input).map((reference) => ({ reference, path: outer })))
    } else if (kind === 'module' && name !== undefined && output !== undefined) {
      const inner = [...next.path, name]
      const written = objectOf(objectOf(moduleAt(plan, inner).outputs)[output]).expression
      waiting.push(...referencesIn(written).map((reference) => ({ reference, path: inner })))
    } else if (kind !== undefined && name !== undefined) {
      found.add([...next.path.flatMap((each) => ['module', each]), kind, name].join('.'))
    }
  }
  return found
}

function referencesIn(expression: Json | undefined): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn)
  const { references, constant_value: constant, ...inner } = objectOf(expression)
  if (references !== undefined) return listOf(references).flatMap((each) => textOf(each) ?? [])
  return constant === undefined ? Object.values(inner).flatMap(referencesIn) : []
}

/** What a provider of the configuration says: a constant, or the value a variable of the root has. */
export function providerSetting(plan: Plan, address: string, name: string): Json | undefined {
  const key = textOf(configuredResource(plan, address).provider_config_key)
  const provider = objectOf(plan.providers[key ?? ''] ?? plan.providers[key?.split(':').at(-1) ?? ''])
  const expression = objectOf(objectOf(provider.expressions)[name])
  if (expression.constant_value !== undefined) return expression.constant_value
  const [, variable] = /^var\.([^.[]+)$/.exec(textOf(listOf(expression.references)[0]) ?? '') ?? []
  return variable === undefined ? undefined : objectOf(plan.variables[variable]).value
}
