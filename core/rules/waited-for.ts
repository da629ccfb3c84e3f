import type { Document } from '../document.ts'
import { textOf } from '../document.ts'
import type { Module, Scope } from '../module.ts'
import type { ModelCall } from '../types.ts'

/** What a function is given by somebody who waits for its answer, or by a graph that goes on with it. */
const asked =
  /^(user_?\w*|query|queries|q|question|request|req|state|history|chat_?\w*|conversation\w*|messages?|ctx|context|session\w*|topic|task|goal|objective)$/i

/** It measures how long an answer takes, which a batch would not tell. */
const timed = /\bperf_counter\b|\btime\.time\(\)|\btime\.monotonic\(\)|\bperformance\.now\(|\bconsole\.time\(|\blatency/

/** How long the call took is told after it. */
const tookSoLong =
  /(\btime\.time\(\)|\bperf_counter\(\)|\bmonotonic\(\)|\bperformance\.now\(\)|\bDate\.now\(\))\s*-\s*\w/

/** What it says of speed is of the model asked, and not of its own progress. */
const benchmark = /(^|[/_.-])(benchmarks?|benchmarking|bench)([/_.-]|$)/i

/** Each call is watched as it is made: the application itself is looked at, not only what it answers. */
const watched = /\b(instrument|observe|traced?|traceable|span|workflow|weave\.op|op)\b/i

const spanned = /\bwith\s+[\w.]*(trace|tracing_context|start_as_current_(span|observation))\s*\(/

/** A tool for the terminal, with somebody before it. */
const terminal = /^(click|typer|rich|questionary|inquirer|prompt_toolkit|@clack\/prompts|ora|prompts|ink)(\.|$)/

/** Whether somebody seems to wait for the answer of a call: an endpoint, a person, an agent, or a clock. */
export function isWaitedFor(call: ModelCall, module: Module, document: Document): boolean {
  if (call.hints.includes('http') || call.stream) return true
  if (module.imports.some((each) => terminal.test(each.module))) return true
  const functions = functionsAround(call, module)
  const decorators = functions.flatMap((each) => each.decorators)
  if (decorators.some(({ span }) => watched.test(document.text.slice(...span)))) return true
  if (functions.some(({ parameters }) => parameters.some(({ name }) => asked.test(name)))) return true
  if (functions.some(({ name }) => name !== undefined && isResultTaken(name, document.text))) return true
  const site = module.calls[call.source.call]
  const around = functions[0]?.span ?? (site && module.loops[site.loop ?? -1]?.span)
  if (around && spanned.test(document.text.slice(...around))) return true
  if (site && tookSoLong.test(document.text.slice(site.expr.span[1], functions[0]?.span[1] ?? site.expr.span[1])))
    return true
  if (benchmark.test(document.file) && tookSoLong.test(document.text)) return true
  const repeat = call.repeats.find(({ at, kind }) => kind === 'data' && at.file === document.file)
  return repeat !== undefined && timed.test(textOf(document, repeat.at.cell).slice(...repeat.at.span))
}

/** `title.delay(text).get(timeout=20)`: who gave a queue the task waits for what comes of it. */
const isResultTaken = (task: string, text: string): boolean =>
  new RegExp(
    `\\b${escaped(task)}\\.(delay|apply_async|send|enqueue|kiq|submit)\\([^\\n]*\\)\\.(get|result|get_result|wait_result)\\(`,
  ).test(text)

const escaped = (name: string) => name.replace(/\$/g, '\\$&')

/** From the inside out. */
export function functionsAround(call: ModelCall, { calls, scopes }: Module): readonly Scope[] {
  const around: Scope[] = []
  const site = calls[call.source.call]
  for (let scope = site && scopes[site.scope]; scope && scope.id !== 0; scope = scopes[scope.parent])
    if (scope.kind === 'function') around.push(scope)
  return around
}

/** A script, a notebook or a job, or code that runs as soon as its file is loaded: not a part of what answers a request. */
export const runsAlone = (call: ModelCall, module: Module): boolean =>
  call.hints.some((hint) => hint === 'cli' || hint === 'notebook' || hint === 'job') ||
  functionsAround(call, module).every(({ name }) => name === 'main')
