// Training that nothing in its own code ever ends: below a decorator that says what it runs on.
import { type Document, locate } from '../document.ts'
import { callAt } from '../fixes/after-statement.ts'
import { replaceSpan } from '../fixes/arguments.ts'
import type { CallExpr, CallSite, Loop, Module } from '../module.ts'
import { isBelow } from '../resolve/started.ts'
import type { Edit, Location, Resource } from '../types.ts'

export interface Endless {
  readonly at: Location
  /** `max_epochs=-1` */
  readonly code: string
  /** As a sentence goes on: `the Trainer has no last epoch`. */
  readonly why: string
  /** Ends it after so many hours; undefined where that takes more than one edit. */
  limited(hours: number): Edit | undefined
}

/** Undefined where all that trains there has an end, or nobody sees whether it has. */
export function endlessTraining({ location }: Resource, module: Module, document: Document): Endless | undefined {
  const site = callAt(location, module, document)
  if (!site) return undefined
  const below = module.calls.filter((each) => isBelow(module, site, each))
  for (const each of below) {
    const found = endlessTrainer(each, module, document) ?? endlessLoop(each, module, document)
    if (found) return found
  }
  return undefined
}

const lightning = /^(pytorch_lightning|lightning(\.pytorch)?)(\.|$)/

/**
 * "To enable infinite training, set `max_epochs = -1`"; `max_steps` is -1 unless told, and `max_time` and early stopping end it too:
 * https://lightning.ai/docs/pytorch/stable/common/trainer.html
 */
function endlessTrainer({ expr }: CallSite, module: Module, document: Document): Endless | undefined {
  if (!isTrainer(expr, module) || expr.args.some(({ spread }) => spread)) return undefined
  const given = (name: string) => expr.args.find((each) => each.name === name)?.value
  const code = (name: string) => {
    const value = given(name)
    return value && document.text.slice(...value.span)
  }
  const epochs = given('max_epochs')
  if (!epochs || code('max_epochs') !== '-1' || !['-1', undefined].includes(code('max_steps'))) return undefined
  if (given('max_time') || given('fast_dev_run') || /EarlyStopping|Timer\b/.test(document.text)) return undefined
  return {
    at: locate(document, epochs.span),
    code: 'max_epochs=-1',
    why: 'the Trainer has no last epoch',
    limited: (hours) => replaceSpan(document, [epochs.span[1], epochs.span[1]], `, max_time={"hours": ${hours}}`),
  }
}

function isTrainer({ callee }: CallExpr, { imports }: Module): boolean {
  const isOf = (local: string) => imports.some((each) => each.local === local && lightning.test(each.module))
  if (callee.is === 'member') return callee.name === 'Trainer' && callee.of.is === 'name' && isOf(callee.of.name)
  return callee.is === 'name' && callee.name === 'Trainer' && isOf('Trainer')
}

/** A step of training within `while True` that nothing leaves. */
function endlessLoop({ expr, loop }: CallSite, { loops }: Module, document: Document): Endless | undefined {
  if (expr.callee.is !== 'member' || expr.callee.name !== 'backward') return undefined
  for (let at: Loop | undefined = loops[loop ?? -1]; at; at = loops[at.parent ?? -1]) {
    const text = document.text.slice(...at.span)
    const head = /^while\s+(True|1)\s*:/.exec(text)
    if (at.kind !== 'while' || !head) continue
    if (/\b(break|return|raise|exit|_exit|quit|yield|assert|next)\b/.test(text)) return undefined
    const [start] = at.span
    return {
      at: locate(document, [start, start + head[0].length - 1]),
      code: head[0].slice(0, -1),
      why: 'nothing leaves the loop',
      limited: () => undefined,
    }
  }
  return undefined
}
