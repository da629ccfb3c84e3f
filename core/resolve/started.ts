import type { Document } from '../document.ts'
import { valueOf } from '../known.ts'
import type { CallSite, Expr, Module } from '../module.ts'
import type { Context } from './context.ts'
import { readValues, spanOf } from './read.ts'

/** Does a call, or anything of such a scope, stand in the function or class that another decorates? */
export function isBelow({ scopes }: Module, { expr }: CallSite, { scope }: { readonly scope: number }): boolean {
  for (let at = scopes[scope]; at !== undefined; at = scopes[at.parent]) if (at.decorators.includes(expr)) return true
  return false
}

/** What a list may begin with that is the command of a server of models, or of a launcher of training. */
const server = /^(?:vllm|sglang|python3?|text-generation-launcher|torchrun|accelerate|deepspeed)$/

/**
 * Commands that the function or class below a decorator starts, as far as they are lists of texts: `["vllm", "serve", MODEL]`. A word that is
 * only known at run time is `?`.
 */
export function startedBelow(document: Document, context: Context, site: CallSite): readonly string[] {
  const { module } = context
  const named = module.bindings.flatMap(({ value, scope, target, via }) =>
    via !== 'augment' && isCommand(value) && isBelow(module, site, { scope })
      ? [[...value.items, ...addedTo(context, target)]]
      : [],
  )
  // As it is handed on: `subprocess.run(["torchrun", "train.py"])`.
  const given = module.calls.flatMap(({ expr, scope }) => {
    const value = expr.args[0]?.value
    return isCommand(value) && isBelow(module, site, { scope }) ? [value.items] : []
  })
  return [...named, ...given].map((items) =>
    items.map((item) => (item && wordOf(document, context, item)) ?? '?').join(' '),
  )
}

function isCommand(value: Expr | undefined): value is Extract<Expr, { is: 'list' }> {
  const first = value?.is === 'list' ? value.items[0] : undefined
  return first?.is === 'text' && server.test(String(first.parts[0]))
}

/** What is put behind it later: `command += ["--tp", "4"]`. Undefined where that is done otherwise, or is no list. */
function addedTo({ module, index }: Context, target: Expr): readonly (Expr | undefined)[] {
  if (target.is !== 'name') return []
  const isIt = (expr: Expr) => expr.is === 'name' && expr.name === target.name
  const later = module.bindings.filter((each) => each.via === 'augment' && isIt(each.target))
  const calls = ['append', 'extend', 'insert'].flatMap((name) => index.callsNamed(name))
  const isCalled = calls.some(({ expr: { callee } }) => callee.is === 'member' && isIt(callee.of))
  const added = later.flatMap(({ value }): readonly (Expr | undefined)[] => itemsOf(value))
  return isCalled ? [...added, undefined] : added
}

/** As it is lowered: the list itself, or the sum of what was there and the list. */
function itemsOf(value: Expr | undefined): readonly (Expr | undefined)[] {
  const list = value?.is === 'operation' ? value.args.at(-1) : value
  return list?.is === 'list' ? list.items : [undefined]
}

function wordOf(document: Document, context: Context, item: Expr): string {
  const read = readValues(document, context.evaluate(item), isWord, spanOf(context, item))
  const word = valueOf(read)
  return word === undefined ? '?' : String(word)
}

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'
