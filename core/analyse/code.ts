import { type Document, locate } from '../document.ts'
import { type EstimateTools, estimateModelCall } from '../estimate/model-call.ts'
import type { Language, Lower } from '../language.ts'
import type { Registry } from '../registry.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { runRules } from '../rules/run.ts'
import { applySuppressions } from '../suppress.ts'
import type { Estimate, Result } from '../types.ts'

export interface AnalysisTools extends EstimateTools {
  readonly registry: Registry
}

export type CodeAnalysis = Pick<Result, 'sites' | 'findings' | 'problems' | 'approximate'>

/** Model calls of one document of code, what they cost and what the rules say of them. */
export function analyseCode(document: Document, lower: Lower, language: Language, tools: AnalysisTools): CodeAnalysis {
  const module = lower(document.text, document.file)
  const calls = findModelCalls(document, module, tools.registry.sdks)
  const sites = calls.map((site) => ({ site, estimate: estimateModelCall(site, tools) }))
  const found = runRules({
    rules: tools.registry.rules,
    document,
    sites,
    tools,
    code: { module, named: language.named },
    estimateResource: noResource,
  })
  const comments = module.comments.map((comment) => ({ text: comment.text, location: locate(document, comment.span) }))
  return {
    sites,
    findings: applySuppressions(found, comments, document, { sites, rules: tools.settings.rules }),
    problems: module.problems.map((problem) => ({
      file: document.file,
      location: locate(document, problem.span),
      message: problem.message,
    })),
    approximate: sites.length > 0 && !tools.tokens.exact,
  }
}

function noResource(): Estimate {
  throw new Error('code has no resources')
}
