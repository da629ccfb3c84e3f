// https://developer.hashicorp.com/terraform/internals/json-format
import type { Document } from '../../../../core/document.ts'
import { type Json, type JsonObject, listOf, objectOf, textOf } from './json.ts'

/** One resource instance as the plan leaves it. */
export interface PlannedResource {
  /** `module.a["x"].aws_instance.web[0]` */
  readonly address: string
  /** Without the resource's own index: equal for all instances that one block makes in one module instance. */
  readonly block: string
  /** `module.a["x"]`; empty in the root. */
  readonly module: string
  readonly type: string
  readonly name: string
  readonly values: JsonObject
  /** The shape of `values` with `true` where something is known only after apply. */
  readonly afterApply: Json
}

export interface Plan {
  readonly resources: readonly PlannedResource[]
  /** `configuration.root_module`, with the module calls inside. */
  readonly configuration: JsonObject
  /** By provider key: `aws`, `aws.west`, `module.a:aws`. */
  readonly providers: JsonObject
  readonly variables: JsonObject
}

export type ReadPlan = { readonly plan: Plan } | { readonly says: string }

/** A document never changes, so neither does what is read from it. */
const readBefore = new WeakMap<Document, ReadPlan>()

export function planIn(document: Document): ReadPlan {
  const made = readBefore.get(document) ?? readPlan(document.text)
  readBefore.set(document, made)
  return made
}

/** What `terraform show -json <plan>` prints. What is something else is told in words, with what to do. */
function readPlan(text: string): ReadPlan {
  const whole = parse(text)
  if (whole === undefined)
    return { says: 'This is not JSON. Write the plan with `terraform show -json <plan file> > plan.json`.' }
  const version = textOf(whole.format_version)
  const module = whole.planned_values ?? whole.values
  if (version === undefined || module === undefined)
    return {
      says: 'This is no Terraform plan: it has no "planned_values". Write it with `terraform show -json <plan file>`.',
    }
  if (!/^[01]\./.test(version))
    return { says: `This plan has format ${version}; Outlay reads 0.x and 1.x. Look for a newer Outlay.` }
  const configuration = objectOf(whole.configuration)
  const unknowns = afterApplyByAddress(whole)
  return {
    plan: {
      resources: resourcesIn(objectOf(objectOf(module).root_module), '', unknowns),
      configuration: objectOf(configuration.root_module),
      providers: objectOf(configuration.provider_config),
      variables: objectOf(whole.variables),
    },
  }
}

function parse(text: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function afterApplyByAddress(whole: JsonObject): ReadonlyMap<string, Json> {
  return new Map(
    listOf(whole.resource_changes).map((each) => {
      const change = objectOf(each)
      return [textOf(change.address) ?? '', objectOf(change.change).after_unknown ?? null]
    }),
  )
}

function resourcesIn(module: JsonObject, address: string, unknowns: ReadonlyMap<string, Json>): PlannedResource[] {
  const own = listOf(module.resources)
    .map(objectOf)
    .filter((each) => each.mode === 'managed')
    .map((each): PlannedResource => {
      const [type, name] = [textOf(each.type) ?? '', textOf(each.name) ?? '']
      const at = textOf(each.address) ?? ''
      return {
        address: at,
        block: `${address === '' ? '' : `${address}.`}${type}.${name}`,
        module: address,
        type,
        name,
        values: objectOf(each.values),
        afterApply: unknowns.get(at) ?? null,
      }
    })
  const below = listOf(module.child_modules)
    .map(objectOf)
    .flatMap((child) => resourcesIn(child, textOf(child.address) ?? '', unknowns))
  return [...own, ...below]
}
