import type { Document } from '../document.ts'
import { editedIn } from '../edited.ts'
import type { CallExpr, CallSite, Module } from '../module.ts'
import type { Keep } from '../resolve/calls.ts'
import { changedKeys } from '../resolve/changed.ts'
import type { Context } from '../resolve/context.ts'
import { fileHints } from '../resolve/hints.ts'
import { recorded } from '../resolve/reads.ts'
import type { CostedSite, Estimate, ModelCall } from '../types.ts'
import type { AnalysisTools } from './code.ts'
import { moved } from './moved.ts'

/** The calls of one document as they were found last, for its next edit. */
export interface KeptCalls {
  /** To be called once for each analysis, with the document as it is now. */
  next(document: Document, context: Context, tools: AnalysisTools): Keeping
}

export interface Keeping {
  readonly keep: Keep
  /** What a call was estimated at, where neither has changed. */
  estimateOf(call: ModelCall): Estimate | undefined
  estimated(costed: CostedSite): void
}

interface Kept {
  readonly call: ModelCall | undefined
  readonly keys: ReadonlySet<string>
}

interface Before {
  readonly document: Document
  readonly module: Module
  readonly tools: AnalysisTools
  readonly hints: string
  readonly kept: Map<CallExpr, Kept>
  /** By the call's index in the module, each under the key the call had. */
  readonly costed: Map<number, CostedSite>
}

/**
 * A call that an edit left alone is the same object in the module after it. What was found of it holds where nothing it was found from has
 * changed; only its places are other ones.
 */
export function createKeptCalls(): KeptCalls {
  let last: Before | undefined
  return {
    next(document, context, tools) {
      const { module } = context
      const hints = fileHints(context, document).join()
      const before = last && last.hints === hints && sameTools(last.tools, tools) ? last : undefined
      const now: Before = { document, module, tools, hints, kept: new Map(), costed: new Map() }
      last = now
      const changed = before ? [...changedKeys(before.module, module)] : []
      const edited = before && editedIn(before.document.text, document.text)
      const costs = new Map<number, CostedSite>()

      function again(expr: CallExpr, call: number): Kept | undefined {
        const there = before?.kept.get(expr)
        if (!before || !edited || !there || changed.some((key) => there.keys.has(key))) return undefined
        if (!there.call) return there
        const costed = before.costed.get(there.call.source.call)
        const at = moved(costed ?? { site: there.call }, document.file, edited)
        if (at?.site.kind !== 'model-call') return undefined
        const { source } = at.site
        if (costed) costs.set(call, at as CostedSite)
        return { ...there, call: { ...at.site, key: there.call.key, source: { ...source, call } } }
      }

      return {
        keep({ expr }: CallSite, call, find) {
          const there = again(expr, call)
          if (there) {
            now.kept.set(expr, there)
            return there.call
          }
          const { answer, keys } = recorded(find)
          if (keys) now.kept.set(expr, { call: answer, keys })
          return answer
        },
        estimateOf(call) {
          const there = costs.get(call.source.call)
          return there?.site.key === call.key ? there.estimate : undefined
        },
        estimated: (costed) => {
          if (costed.site.kind === 'model-call') now.costed.set(costed.site.source.call, costed)
        },
      }
    },
  }
}

const sameTools = (a: AnalysisTools, b: AnalysisTools): boolean =>
  a.prices === b.prices && a.tokens === b.tokens && a.settings === b.settings && a.registry === b.registry
