import { withCarbon } from '../carbon/site.ts'
import { type Document, locate } from '../document.ts'
import { type EstimateTools, estimateModelCall } from '../estimate/model-call.ts'
import type { Language } from '../language.ts'
import type { SyntaxProblem } from '../module.ts'
import type { Registry } from '../registry.ts'
import { findModelCalls } from '../resolve/calls.ts'
import type { Context } from '../resolve/context.ts'
import { runRules } from '../rules/run.ts'
import { applySuppressions } from '../suppress.ts'
import type { Estimate, Result } from '../types.ts'

export interface AnalysisTools extends EstimateTools {
  readonly registry: Registry
}

export type CodeAnalysis = Pick<Result, 'sites' | 'findings' | 'problems' | 'approximate'>

/** Model calls of one document of code, what they cost and what the rules say of them. */
export function analyseCode(
  document: Document,
  context: Context,
  language: Language,
  tools: AnalysisTools,
): CodeAnalysis {
  const { module } = context
  const calls = findModelCalls(document, module, tools.registry.sdks, context)
  const sites = calls.map((site) => withCarbon(site, estimateModelCall(site, tools), tools.prices))
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
    problems: oncePerPlace(module.problems, document.text).map((problem) => ({
      file: document.file,
      location: locate(document, problem.span),
      message: problem.message,
    })),
    approximate: sites.length > 0 && !tools.tokens.exact,
  }
}

/** One mistake makes a parser stumble several times over the next lines; the first place is where to look. */
function oncePerPlace(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  let end = Number.NEGATIVE_INFINITY
  return problems.filter(({ span }) => {
    const isNew = end < 0 || text.slice(end, span[0]).split('\n').length > 4
    const stumble = end >= 0 && span[0] === span[1]
    end = Math.max(end, span[1])
    return isNew && !stumble
  })
}

function noResource(): Estimate {
  throw new Error('code has no resources')
}
