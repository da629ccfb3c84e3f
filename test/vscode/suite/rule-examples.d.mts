import type { RuleExample } from '../../../core/rule.ts'

/** Every example of every rule; the bundler gathers them, see esbuild.mjs. */
export const examples: readonly (RuleExample & { readonly rule: string })[]
