import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { perMillion, wholeUsd } from '../../core/estimate/lines.ts'
import { addItem, type CallTools, entryOf, expressionOf, replace, setArgument } from '../../core/fixes/arguments.ts'
import type { CallExpr, Expr, Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { isDefinition } from '../../core/rules/cacheable.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { Edit, Location, ModelCall } from '../../core/types.ts'
import { unboundedAgentExamples } from './examples/unbounded-agent.ts'

const options = z.object({
  turns: z
    ._default(z.number().check(z.int(), z.positive()), 20)
    .check(z.describe('The limit, in turns, that the fix writes.')),
})

export const rule = defineRule({
  id: 'unbounded-agent',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'An agent asks its model again for as long as that wants a tool, and nothing limits the turns.',
    why: 'Each turn is billed and sends all turns before it again. A tool that keeps failing, or a model that keeps trying, has no price at which it stops.',
    fix: 'Give the loop a number of turns, or the agent the limit its library has for it.',
    unless: 'Something outside stops it: a budget of the account, a time limit, a person who watches.',
    source: 'https://code.claude.com/docs/en/agent-sdk/agent-loop',
    alters: ['answers'],
  },
  options,
  *check(call, { options, estimate, module, document, named }) {
    const found = unbounded(call, { module, document, named }, options.turns)
    if (!found) return
    const turn = wholeUsd(estimate)
    const input = perMillion(estimate, 'input token')
    const each = turn
      ? say`, at ${usd(turn)} a turn before anything is added`
      : input === undefined
        ? ''
        : say`, each turn at ${usd(input)} per million input tokens`
    yield {
      at: found.at ?? methodName(call, module, document),
      message: say`${found.who}${each}. Nothing limits its turns: ${found.advice}.`,
      fixes: found.edit
        ? [
            {
              title: `Stop after ${options.turns} turns`,
              safety: 'suggestion',
              edits: [found.edit],
              claim: 'governs',
            },
          ]
        : [],
    }
  },
})

export const examples = unboundedAgentExamples

interface Unbounded {
  readonly who: string
  readonly advice: string
  readonly at?: Location
  readonly edit?: Edit | undefined
}

function unbounded(call: ModelCall, tools: CallTools, turns: number): Unbounded | undefined {
  const { call: path } = call
  if (path === 'claude-agent-sdk.query') return claudeAgent(call, tools, turns)
  if (/^anthropic\.beta\.messages\.(tool_runner|toolRunner)$/.test(path)) return toolRunner(call, tools, turns)
  if (/^autogen\.run(_stream)?$/.test(path)) return team(call, tools, turns)
  return endlessLoop(call, tools, turns)
}

/** `max_turns` has no limit by default: https://code.claude.com/docs/en/agent-sdk/agent-loop */
function claudeAgent(call: ModelCall, tools: CallTools, turns: number): Unbounded | undefined {
  if (call.repeats.some(({ kind, via }) => kind === 'agent' && via === 'option')) return undefined
  const expr = expressionOf(call, tools.module)
  const given =
    tools.named === 'keyword'
      ? expr?.args.find(({ name }) => name === 'options')?.value
      : expr?.args[0]?.value.is === 'record'
        ? entryOf(expr.args[0].value.entries, 'options')?.value
        : undefined
  const made = given && madeOf(given, tools.module)
  // Without options all is as the library has it, and the model with it: too little to speak of.
  if (!made) return undefined
  const name = tools.named === 'keyword' ? 'max_turns' : 'maxTurns'
  const add = added(made, name, turns, tools)
  if (!add || /max_?(turns|budget)/i.test(tools.document.text.slice(...made.span))) return undefined
  return { who: 'This agent runs for as long as the model wants a tool', advice: `set ${name}`, edit: add }
}

/** `max_iterations` is None by default, and then nothing is counted: lib/tools/_beta_runner.py of the Anthropic SDK. */
function toolRunner(call: ModelCall, tools: CallTools, turns: number): Unbounded | undefined {
  const isGiven = call.repeats.some(({ kind, via }) => kind === 'agent' && via === 'option')
  const expr = expressionOf(call, tools.module)
  if (isGiven || !expr || expr.args.some(({ spread }) => spread !== undefined)) return undefined
  if (tools.named === 'record' && expr.args[0]?.value.is !== 'record') return undefined
  // What is done with each turn may end it.
  const after = tools.document.text.slice(expr.span[1], expr.span[1] + 1500)
  if (/\bbreak\b/.test(after)) return undefined
  return {
    who: 'The tool runner asks again for as long as the model wants a tool',
    advice: 'set max_iterations',
    edit: setArgument(call, 'max_iterations', String(turns), tools),
  }
}

const teams = /^(RoundRobinGroupChat|SelectorGroupChat|Swarm)$/

/** Without a termination condition the group chat runs indefinitely: autogen_agentchat.teams. */
function team(call: ModelCall, tools: CallTools, turns: number): Unbounded | undefined {
  const callee = expressionOf(call, tools.module)?.callee
  const made = callee?.is === 'member' ? madeOf(callee.of, tools.module) : undefined
  if (made?.is !== 'call' || !teams.test(lastName(made.callee))) return undefined
  if (made.args.some(({ name, spread }) => spread || name === 'max_turns' || name === 'termination_condition'))
    return undefined
  return {
    who: 'This team talks on, one member after the other',
    advice: 'set max_turns or a termination_condition',
    edit: added(made, 'max_turns', turns, tools),
  }
}

const lastName = (expr: Expr): string => (expr.is === 'name' ? expr.name : expr.is === 'member' ? expr.name : '')

/** The call or record a name stands for, where it is given one value alone. */
function madeOf(expr: Expr, module: Module): Extract<Expr, { is: 'record' }> | CallExpr | undefined {
  if (expr.is === 'record' || expr.is === 'call') return expr
  if (expr.is !== 'name') return undefined
  const bound = module.bindings.filter(({ target }) => target.is === 'name' && target.name === expr.name)
  const value = bound.length === 1 ? bound[0]?.value : undefined
  return value?.is === 'record' || value?.is === 'call' ? value : undefined
}

/** Undefined where something is spread into it: the limit may be in there. */
function added(
  made: Extract<Expr, { is: 'record' }> | CallExpr,
  name: string,
  turns: number,
  { document }: CallTools,
): Edit | undefined {
  if (made.is === 'record') {
    if (made.entries.some(({ spread }) => spread)) return undefined
    return addItem(made.entries, made.span[1] - 1, `${name}: ${turns}`, document)
  }
  if (made.args.some(({ spread }) => spread)) return undefined
  return addItem(made.args, made.span[1] - 1, `${name}=${turns}`, document)
}

const endless = /^while\s*(?:True|1)\s*:|^while\s*\(\s*(?:true|1)\s*\)|^for\s*\(\s*;\s*;\s*\)/
/** Somebody, or something outside, is waited for; or the passes are counted in a way of their own. */
const isHeld =
  /\b(\w*input\w*|prompt|question|readline|receive\w*|recv|get_nowait|get_message|next_message|listen|poll|sleep|accept)\s*\(|,\s*input\s*\)|\b(\w*_)?(turns?|steps?|iterations?|iters?|rounds?|attempts?|retries|tries|count(er)?|budget|deadline|timeout|elapsed|depth|loops?|i|n)\b[\w.]*\s*(\+=|\+\+|-=|--|>=?|<=?)|\b\w*(max|limit|budget|timeout|deadline)\w*\b\s*[<>)]|[<>]=?\s*\w*(max|limit|budget)/i

/** `while True:` around a call that offers tools. */
function endlessLoop(call: ModelCall, tools: CallTools, turns: number): Unbounded | undefined {
  const loop = call.repeats.find(({ kind, where, via }) => kind === 'agent' && where === 'here' && via === 'loop')
  if (!loop || loop.bound !== undefined || !offersTools(call)) return undefined
  // A run of a library that counts its own turns: the loop is around something else.
  if (call.repeats.some(({ kind, via }) => kind === 'agent' && via === 'option')) return undefined
  const text = textOf(tools.document, loop.at.cell).slice(...loop.at.span)
  const header = endless.exec(text)?.[0]
  // A limit counted in another way: `len(messages) > 40`.
  if (!header || isHeld.test(withoutArguments(text, header)) || /\blen\(|\.length\s*[<>]/.test(text)) return undefined
  const counter = ['turn', 'pass_number', 'turn_number'].find(
    (name) => !new RegExp(`\\b${name}\\b`).test(tools.document.text),
  )
  const place: Location = { ...loop.at, span: [loop.at.span[0], loop.at.span[0] + header.length] }
  const hasElse = tools.named === 'keyword' && /\n[ \t]*else\s*:/.test(text)
  return {
    who: 'This loop asks again for as long as the model wants a tool',
    advice: 'count them, and end the loop at a number of them',
    at: place,
    edit: counter === undefined || hasElse ? undefined : replace(place, counted(counter, turns, tools)),
  }
}

const counted = (name: string, turns: number, { named }: CallTools): string =>
  named === 'keyword' ? `for ${name} in range(${turns}):` : `for (let ${name} = 0; ${name} < ${turns}; ${name}++)`

/** What the call is given is no limit of the loop: `max_tokens=1024`. */
const withoutArguments = (text: string, header: string): string =>
  text.slice(header.length).replace(/\bmax_?\w*(tokens|Tokens)\w*/g, '')

const offersTools = ({ source, input }: ModelCall): boolean =>
  Object.keys(source.arguments).some((name) => /^(tools|functions|toolConfig|config\.tools)$/.test(name)) ||
  input.some((part) => isDefinition(part) && /(^|\.)(tools|functions)$/.test(part.from ?? ''))
