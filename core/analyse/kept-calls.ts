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
import { moveBy, withOwnPlaces } from './places.ts'

/** The calls of one document as they were found last, for its next edit. */
export interface KeptCalls {
  /** To be called once for each analysis, with the document as it is now. */
  next(document: Document, context: Context, tools: AnalysisTools): Keeping
}

export interface Keeping {
  readonly keep: Keep
  /** What a call was costed at, where nothing of it has changed. */
  costedBefore(call: ModelCall): CostedSite | undefined
  /** To be kept. */
  costed(call: ModelCall, estimate: Estimate): CostedSite
}

interface Kept {
  /** Of what is a model call: its key before equal ones were numbered, and its index in the module. */
  readonly call: { readonly key: string; readonly at: number } | undefined
  readonly keys: ReadonlySet<string>
}

interface Before {
  readonly document: Document
  readonly module: Module
  readonly tools: AnalysisTools
  readonly hints: string
  readonly kept: Map<CallExpr, Kept>
  /** By the call's index in the module. */
  readonly costed: Map<number, CostedSite>
}

/** Past `if (!key) process.exit(1)` all that follows is told otherwise. */
function endsAlike(before: Module, after: Module): boolean {
  const past = ({ guards }: Module) => guards.filter((guard) => guard.past)
  const [old, now] = [past(before), past(after)]
  return (
    old.length === now.length && old.every(({ test, holds }, at) => now[at]!.test === test && now[at]!.holds === holds)
  )
}

/**
 * A call that an edit left alone is the same object in the module after it. What was found of it holds where nothing it was found from has
 * changed: it stays the same object, and only its places are set.
 */
export function createKeptCalls(): KeptCalls {
  let last: Before | undefined
  return {
    next(document, context, tools) {
      const { module } = context
      const hints = fileHints(context, document).join()
      const same = last && last.hints === hints && sameTools(last.tools, tools) && endsAlike(last.module, module)
      const before = same ? last : undefined
      const now: Before = { document, module, tools, hints, kept: new Map(), costed: new Map() }
      last = now
      const changed = before ? [...changedKeys(before.module, module)] : []
      const there = before ? movedTo(document, before) : new Map<number, CostedSite>()
      /** By the index that the call has now. */
      const again = new Map<number, CostedSite>()

      return {
        keep({ expr }: CallSite, at, find) {
          const kept = before?.kept.get(expr)
          const costed = kept?.call && there.get(kept.call.at)
          if (kept && (!kept.call || costed) && !changed.some((key) => kept.keys.has(key))) {
            now.kept.set(expr, { ...kept, call: kept.call && { ...kept.call, at } })
            if (!kept.call || costed?.site.kind !== 'model-call') return undefined
            again.set(at, costed)
            return callAt(costed.site, kept.call.key, at)
          }
          const { answer, keys } = recorded(find)
          if (keys) now.kept.set(expr, { call: answer && { key: answer.key, at }, keys })
          return answer
        },
        costedBefore(call) {
          const costed = again.get(call.source.call)
          if (costed?.site.key !== call.key) return undefined
          const same = costed.site === call ? costed : { site: call, estimate: costed.estimate }
          now.costed.set(call.source.call, same)
          return same
        },
        costed(call, estimate) {
          const own = withOwnPlaces({ site: call, estimate })
          now.costed.set(call.source.call, own)
          return own
        },
      }
    },
  }
}

/** By index, what an edit has not torn, with its places as they are now. */
function movedTo(document: Document, before: Before): ReadonlyMap<number, CostedSite> {
  const edited = editedIn(before.document.text, document.text)
  return new Map([...before.costed].filter(([, costed]) => moveBy(costed, document.file, edited)))
}

/** As it was found, before equal keys were numbered; mostly that is the very same. */
const callAt = (call: ModelCall, key: string, at: number): ModelCall =>
  call.key === key && call.source.call === at ? call : { ...call, key, source: { ...call.source, call: at } }

const sameTools = (a: AnalysisTools, b: AnalysisTools): boolean =>
  a.prices === b.prices && a.tokens === b.tokens && a.settings === b.settings && a.registry === b.registry
