import type { Format, ModuleAdapter } from './format.ts'
import type { FreeTier } from './free-tier.ts'
import type { Container, Language } from './language.ts'
import type { ResourceDefinition } from './resource.ts'
import type { Rule } from './rule.ts'
import type { Sdk } from './sdk.ts'

/** Everything the engine knows, as language-rules/registry.gen.ts lists it. */
export interface Registry {
  readonly languages: readonly Language[]
  readonly containers: readonly Container[]
  readonly formats: readonly Format[]
  readonly sdks: readonly Sdk[]
  readonly resources: readonly ResourceDefinition[]
  /** Resource types that cost nothing by themselves, by the format's own words. */
  readonly free: readonly string[]
  /** What providers give every month to every customer. */
  readonly freeTiers: readonly FreeTier[]
  /** What stands for published modules that are not on this machine. */
  readonly modules: readonly ModuleAdapter[]
  readonly rules: readonly Rule[]
}
