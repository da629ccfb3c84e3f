import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import type { Document } from '../../core/document.ts'
import { locate } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { endsEarly } from '../../core/fixes/hoist.ts'
import type { CallExpr, Expr, Loop, Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import type { ModelCall } from '../../core/types.ts'
import { fullDataEvaluationExamples } from './examples/full-data-evaluation.ts'

const options = z.object({
  rows: z
    ._default(z.int().check(z.gt(0)), 200)
    .check(z.describe('Rows of the split that the fix leaves, as many as tell a better prompt from a worse one.')),
})

export const rule = defineRule({
  id: 'full-data-evaluation',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A model is asked once for every row of a test or validation split.',
    why: 'Splits have thousands of rows, and each run of the evaluation asks, and pays, for all of them. A few hundred tell most changes of a prompt apart; the whole is for the last one.',
    fix: 'Take a slice of the split while you work, always the same, and the whole of it before a release.',
    unless: 'The figure is to be published or compared with others’, or the split is small.',
    source: 'https://huggingface.co/docs/datasets/loading#slice-splits',
    alters: ['results'],
    notIn: {
      typescript: 'the library of data sets whose splits are told is Python’s',
      terraform: 'nothing in Terraform asks a model',
    },
  },
  options,
  *check(call, { estimate, module, document, options }) {
    const { repeats } = call
    if (
      module.language !== 'python' ||
      !repeats.some(({ kind, bound, most }) => kind === 'data' && bound === undefined && most === undefined)
    )
      return
    for (const loop of loopsAround(call, module, document)) {
      if (endsEarly(document.text.slice(...loop.span)) || limited.test(document.text.slice(...loop.span))) continue
      const split = loop.over && splitOf(loop.over, module)
      if (split === undefined) continue
      const at = locate(document, split.span)
      const cost = estimate.usd
        ? say` 1,000 rows are ${usd(scale(estimate.usd, 1000))}${estimate.status === 'priced' ? '' : ' at least'}; `
        : ' '
      const text = `${split.name}[:${options.rows}]`
      yield {
        at,
        message: say`Every row of “${split.name}” is asked of the model.${cost}a slice, ${text}, costs ${estimate.usd ? say`${usd(scale(estimate.usd, options.rows))}` : 'its share'} while you try things out.`,
        fixes: [
          {
            title: say`Take the first ${options.rows} rows`,
            safety: 'suggestion',
            edits: [replace(at, `${document.text.charAt(split.span[0])}${text}${document.text.charAt(split.span[0])}`)],
            claim: 'governs',
          },
        ],
      }
      return
    }
  },
})

/** A pass that is left before the end, or only made for some. */
const limited = /\b(limit|max_(?:samples|examples|rows|items)|num_samples|n_samples|islice)\b/

/** Innermost first, those that the call stands in and those of its callers in this file. */
function loopsAround(call: ModelCall, module: Module, document: Document): readonly Loop[] {
  const places = call.repeats.flatMap(({ kind, bound, most, at }) =>
    kind === 'data' && bound === undefined && most === undefined && at.file === document.file ? [at] : [],
  )
  return module.loops.filter(({ span }) => {
    const { cell, span: own } = locate(document, span)
    return places.some((at) => at.cell === cell && at.span[0] === own[0] && at.span[1] === own[1])
  })
}

/** `"test"` of `load_dataset("squad", split="test")`, whatever counts or wraps what is iterated. */
function splitOf(
  over: Expr,
  module: Module,
  depth = 0,
): { readonly name: string; readonly span: readonly [number, number] } | undefined {
  if (depth > 4) return undefined
  if (over.is === 'call') {
    const name = nameOf(over)
    if (name === 'load_dataset') return writtenSplit(over)
    const first = over.args[0]?.value
    return counters.has(name) && first ? splitOf(first, module, depth + 1) : undefined
  }
  if (over.is !== 'name') return undefined
  const made = module.bindings.filter(({ target }) => target.is === 'name' && target.name === over.name)
  const value = made.length === 1 && made[0]!.via === 'assign' ? made[0]!.value : undefined
  return value ? splitOf(value, module, depth + 1) : undefined
}

const counters: ReadonlySet<string> = new Set(['enumerate', 'tqdm', 'trange', 'list', 'track'])

const nameOf = ({ callee }: CallExpr): string => (callee.is === 'name' || callee.is === 'member' ? callee.name : '')

/** Only a text that is the name of a split and nothing else. */
function writtenSplit({ args }: CallExpr) {
  const value = args.find(({ name }) => name === 'split')?.value
  const name = value?.is === 'text' && value.parts.length === 1 ? value.parts[0] : undefined
  return value && typeof name === 'string' && /^(?:test|validation|valid|dev|eval)$/.test(name)
    ? { name, span: value.span }
    : undefined
}

export const examples = fullDataEvaluationExamples
