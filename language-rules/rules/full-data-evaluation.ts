import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import type { Document } from '../../core/document.ts'
import { locate } from '../../core/document.ts'
import { replaceSpan } from '../../core/fixes/arguments.ts'
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
      const split = loop.over && splitOf(loop.over, loop.scope, module, document.text)
      if (split === undefined) continue
      const at = locate(document, split.span)
      const cost = estimate.usd
        ? say` 1,000 rows are ${usd(scale(estimate.usd, 1000))}${estimate.status === 'priced' ? '' : ' at least'}; `
        : ' '
      const text = `${split.name}[:${options.rows}]`
      yield {
        at,
        message: say`Every row of “${split.name}” is asked of the model.${cost}a slice, ${text}, costs ${estimate.usd ? say`${usd(scale(estimate.usd, options.rows))}` : 'its share'} while you try things out.`,
        fixes: split.slice
          ? [
              {
                title: say`Take the first ${options.rows} rows`,
                safety: 'suggestion',
                edits: [replaceSpan(document, split.slice.span, split.slice.code(options.rows))],
                claim: 'governs',
              },
            ]
          : [],
      }
      return
    }
  },
})

/** A pass that is left before the end, or only made for some, or for many at once. */
const limited = /\b(limit|max_(?:samples|examples|rows|items)|num_samples|n_samples|islice|batched\s*=\s*True)\b/

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

interface Split {
  readonly name: string
  readonly span: readonly [number, number]
  /** What takes some of the rows instead, and where that is written; left out where no text there does. */
  readonly slice?: { readonly span: readonly [number, number]; code(rows: number): string }
}

/** `"test"` of `load_dataset("squad", split="test")` or of `load_dataset("squad")["test"]`, whatever counts or wraps what is iterated. */
function splitOf(over: Expr, scope: number, module: Module, text: string, depth = 0): Split | undefined {
  if (depth > 4) return undefined
  if (over.is === 'call') {
    const name = nameOf(over)
    if (name === 'load_dataset') return writtenSplit(over, text)
    const first = over.args[0]?.value
    return counters.has(name) && first ? splitOf(first, scope, module, text, depth + 1) : undefined
  }
  if (over.is === 'index') return indexedSplit(over, scope, module, text)
  const value = over.is === 'name' ? valueOf(over.name, scope, module) : undefined
  return value && splitOf(value, scope, module, text, depth + 1)
}

/** What a name is given once, in the function it is read in or the nearest around that gives it anything. */
function valueOf(name: string, scope: number, module: Module): Expr | undefined {
  const { bindings, scopes } = module
  const made = bindings.filter((each) => each.scope === scope && each.target.is === 'name' && each.target.name === name)
  const around = scopes[scope]?.parent
  if (made.length === 0 && around !== undefined && around >= 0) return valueOf(name, around, module)
  return made.length === 1 && made[0]!.via === 'assign' ? made[0]!.value : undefined
}

const counters: ReadonlySet<string> = new Set(['enumerate', 'tqdm', 'trange', 'list', 'track'])

const nameOf = ({ callee }: CallExpr): string => (callee.is === 'name' || callee.is === 'member' ? callee.name : '')

/** All splits of a data set, of which one is taken by its name. */
function indexedSplit(
  over: Extract<Expr, { is: 'index' }>,
  scope: number,
  module: Module,
  text: string,
): Split | undefined {
  const name = splitName(over.key)
  const whole = over.of.is === 'name' ? valueOf(over.of.name, scope, module) : over.of
  if (name === undefined || whole?.is !== 'call' || nameOf(whole) !== 'load_dataset') return undefined
  if (whole.args.some((arg) => arg.name === 'split' || arg.spread)) return undefined
  const split = { name, span: over.key.span }
  if (over.of !== whole || text.charAt(whole.span[1] - 1) !== ')') return split
  const quote = text.charAt(over.key.span[0])
  const code = (rows: number) => `, split=${quote}${name}[:${rows}]${quote})`
  return { ...split, slice: { span: [whole.args.at(-1)?.span[1] ?? whole.span[1] - 1, over.span[1]], code } }
}

function writtenSplit({ args }: CallExpr, text: string): Split | undefined {
  const value = args.find(({ name }) => name === 'split')?.value
  const name = value && splitName(value)
  if (!value || name === undefined) return undefined
  const quote = text.charAt(value.span[0])
  const code = (rows: number) => `${quote}${name}[:${rows}]${quote}`
  return { name, span: value.span, slice: { span: value.span, code } }
}

/** Only a text that is the name of a split and nothing else. */
function splitName(value: Expr): string | undefined {
  const name = value.is === 'text' && value.parts.length === 1 ? value.parts[0] : undefined
  return typeof name === 'string' && /^(?:test|validation|valid|dev|eval)$/.test(name) ? name : undefined
}

export const examples = fullDataEvaluationExamples
