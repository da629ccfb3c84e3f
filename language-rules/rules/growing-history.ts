import * as z from 'zod/mini'
import type { Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { Growth, ModelCall, PromptPart } from '../../core/types.ts'
import { growingHistory } from './examples/growing-history.ts'

const options = z.object({
  turns: z
    ._default(z.number().check(z.int(), z.positive()), 10)
    .check(z.describe('So many turns are fine to be sent whole.')),
})

export const rule = defineRule({
  id: 'growing-history',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Every turn of a conversation sends all the turns before it, and nothing ever shortens them.',
    why: 'What one turn adds is billed again with each that follows: twice the turns cost about four times as much.',
    fix: 'Keep the last few turns and a summary of the others, or limit the turns.',
    unless: 'The conversations are short by nature, or a cache reads the earlier turns at a fraction of the price.',
    source: 'https://platform.claude.com/docs/en/build-with-claude/context-windows',
  },
  options,
  *check(call, { options, document, module, estimate }) {
    const { growth } = estimate
    if (
      !growth ||
      (growth.each.likely === 0 && growth.open.length === 0) ||
      call.api !== 'chat' ||
      (growth.turns && growth.turns.high <= options.turns)
    )
      return
    const names = new Set(call.input.filter(grows).map(({ name }) => name))
    if (names.size === 0 || isShortened(call, module, names)) return
    // What tools answered belongs to the task at hand: it cannot be left out as old turns of a talk can.
    if (isTask(call, module, document.text)) return
    // How many turns a counter or a list allows is not known: silent, as they may be few.
    if (!growth.turns && (isCounted(call, module, document.text) || isOverAList(call, module))) return
    yield {
      at: methodName(call, module, document),
      message: `${told(growth)} Keep the last turns and a summary of the others${growth.turns ? '' : ', or limit the turns'}.`,
    }
  },
})

type Hole = Extract<PromptPart, { is: 'hole' }>
const grows = (part: PromptPart): part is Hole => part.is === 'hole' && part.grows !== undefined

function told({ each, eachUsd, turns, usd: all, open }: Growth): string {
  const counted =
    each.likely > 0 ? say`about ${Math.round(each.likely)} tokens${eachUsd ? say` (${usd(eachUsd)})` : ''}` : ''
  const first = open.find((name) => /^[\w.]+$/.test(name)) ?? ''
  const others = open.some((name) => name !== first) ? 'what only a run can tell' : ''
  const adds = [counted, first, others].filter((part) => part !== '').join(' and ')
  const bound =
    turns && (all ? say` ${turns.high} turns come to ${usd(all)}.` : say` The loop allows ${turns.high} turns.`)
  return `Each turn sends all turns before it again, and adds ${adds} to every later call.${bound ?? ' Nothing limits the turns.'}`
}

const shorter =
  /^(pop|popleft|shift|splice|slice|clear|trim|truncate|summari[sz]e|compact|prune|trim_messages|trimMessages)/i

/** A loop that answers the model's calls of tools, and asks nobody for more. */
function isTask(call: ModelCall, module: Module, text: string): boolean {
  const site = module.calls[call.source.call]
  const loop = module.loops.find(({ id }) => id === site?.loop)
  const code = loop ? text.slice(...loop.span) : ''
  return /tool_?(call|use|result)|function_?call/i.test(code) && !/\b(input|question|readline|prompt)\s*\(/.test(code)
}

/** `while turns < 5`, `if calls >= max_calls: break` */
function isCounted(call: ModelCall, module: Module, text: string): boolean {
  const site = module.calls[call.source.call]
  const loop = module.loops.find(({ id }) => id === site?.loop)
  if (!loop || !site) return true
  const code = text.slice(...loop.span)
  const head = text.slice(loop.span[0], Math.min(site.expr.span[0], loop.span[0] + 200)).split('\n')[0]!
  return /\bwhile\b.*[<>]/.test(head) || /\b(max|limit)\w*/i.test(code.replace(/\b\w*tokens\w*/gi, ''))
}

/** `for question in questions`: there are as many turns. What is read line by line, or counted without end, goes on. */
function isOverAList(call: ModelCall, module: Module): boolean {
  const site = module.calls[call.source.call]
  const over = module.loops.find(({ id }) => id === site?.loop)?.over
  if (!over) return false
  const name = over.is === 'call' ? over.callee : over
  return (
    !(name.is === 'member' || name.is === 'name') || !/^(stdin|count|cycle|repeat|iter|fileinput|rl)$/.test(name.name)
  )
}

/** Something in the loop takes from the list, gives its name a part of it, or is called for that. */
function isShortened(call: ModelCall, module: Module, names: ReadonlySet<string>): boolean {
  const site = module.calls[call.source.call]
  const loop = module.loops.find(({ id }) => id === site?.loop)
  if (!loop) return true
  const within = ({ span }: { readonly span: readonly [number, number] }) =>
    loop.span[0] <= span[0] && span[1] <= loop.span[1]
  const isNamed = (name: string) => names.has(name)
  const calls = module.calls
    .filter(({ expr }) => within(expr))
    .some(({ expr: { callee } }) => {
      const name = callee.is === 'member' || callee.is === 'name' ? callee.name : ''
      return shorter.test(name)
    })
  // Made anew in the loop, by whatever makes it.
  const given = module.bindings.some(
    ({ target, span, via }) => target.is === 'name' && isNamed(target.name) && within({ span }) && via === 'assign',
  )
  return calls || given
}

export const examples = growingHistory
