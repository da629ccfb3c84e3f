import type { Document } from '../document.ts'
import type { Expr, Scope } from '../module.ts'
import { isTestFile } from '../test-file.ts'
import type { EnvironmentHint } from '../types.ts'
import { callersOf, referencesOf } from './callers.ts'
import { usedElsewhere } from './callers-elsewhere.ts'
import type { Context } from './context.ts'
import { lastName } from './module-index.ts'
import { functionsAround } from './repeats.ts'

/** Callers of callers are followed this far. */
const deepest = 4

/** What the code around a call tells about who waits for it and how often it runs, beside what its file tells. */
export function hintsOf(
  context: Context,
  document: Document,
  scope: number,
  file: readonly EnvironmentHint[],
): readonly EnvironmentHint[] {
  const hints = new Set<EnvironmentHint>(file)
  const seen = new Set<number>()
  let wave = functionsAround(context, scope)
  for (let depth = 0; depth < deepest && wave.length > 0; depth++) {
    const next: number[] = []
    for (const at of wave) {
      if (seen.has(at)) continue
      seen.add(at)
      for (const hint of functionHints(context, document, at)) hints.add(hint)
      // Of this file: a request elsewhere that waits for one way to a call does not wait for the others.
      for (const { site } of callersOf(context, at)) next.push(...functionsAround(context, site.scope))
    }
    wave = next
  }
  return order.filter((hint) => hints.has(hint))
}

const order: readonly EnvironmentHint[] = ['http', 'job', 'cli', 'test', 'notebook']

const cliModules = /^(argparse|click|typer|fire|commander|yargs|cac|citty|meow|minimist)$/

/** How a file says that it is started by itself, and reads what it is told on the command line. */
const startedAlone = {
  python: /^if\s+__name__\s*==/m,
  typescript: /^#!|\bprocess\.argv\b|\brequire\.main\s*===?\s*module\b|\bimport\.meta\.main\b/,
} as const

/** Each makes a page of the whole file, and runs it while somebody looks at it. */
const pageModules = /^(streamlit|gradio|chainlit|nicegui)$/

/** What holds for every call of a file. */
export function fileHints(context: Context, document: Document): readonly EnvironmentHint[] {
  const hints: EnvironmentHint[] = []
  if (document.notebook) hints.push('notebook')
  if (context.module.imports.some((found) => pageModules.test(found.module))) hints.push('http')
  if (isTestFile(document.path ?? document.file)) hints.push('test')
  const runsItself = startedAlone[context.module.language].test(document.text)
  if (runsItself || context.module.imports.some((found) => cliModules.test(found.module))) hints.push('cli')
  return hints
}

const httpVerb =
  /^(get|post|put|patch|delete|head|options|all|use|route|api_route|websocket|websocket_route|on_message)$/
const jobWord =
  /^(task|shared_task|periodic_task|scheduled_job|actor|job|[cC]ron|schedule|scheduler|periodic|every|createFunction|CronJob|do|addJob|add_job)$/
/** `new Worker("reviews", async (job) => …)` of BullMQ; one of a browser is given a file. */
const worker = /^Worker$/
const cliWord = /^(command|group)$/
const nextHandler = /^(GET|POST|PUT|PATCH|DELETE|handler|loader|action)$/
const nextFile = /(^|\/)(pages\/api\/|app\/.*route\.[cm]?[jt]sx?$|api\/)/

/** What is said of one function: who calls it. */
export function functionHints(context: Context, document: Document, at: number): readonly EnvironmentHint[] {
  const scope = context.module.scopes[at]!
  const hints = [...scope.decorators.flatMap(decoratorHint), ...registeredHints(context, scope)]
  if (/^test_/.test(scope.name ?? '')) hints.push('test')
  if (takesRequest(scope)) hints.push('http')
  if (nextHandler.test(scope.name ?? '') && nextFile.test(document.file)) hints.push('http')
  return hints
}

/** `def view(request)`, `POST(req: Request)`: what a web framework calls by convention, and somebody waits for. */
function takesRequest({ parameters }: Scope): boolean {
  const first = parameters.find(({ name }) => name !== 'self' && name !== 'cls')
  if (!first) return false
  const type = first.annotation && lastName(first.annotation)
  return /^(request|req)$/.test(first.name) && (type === undefined || /Request$/.test(type))
}

function decoratorHint(decorator: Expr): readonly EnvironmentHint[] {
  const called = decorator.is === 'call' ? decorator.callee : decorator
  const name = lastName(called) ?? ''
  if (called.is === 'member' && httpVerb.test(name)) return ['http']
  // `@app.function(schedule=modal.Cron("0 6 * * *"))`
  const isScheduled = decorator.is === 'call' && decorator.args.some((arg) => arg.name === 'schedule')
  if (jobWord.test(name) || isScheduled) return ['job']
  return cliWord.test(name) ? ['cli'] : []
}

/** `app.post("/ask", handler)`, `cron.schedule("0 3 * * *", run)`: the function is handed to what calls it. */
function registeredHints(context: Context, scope: Scope): readonly EnvironmentHint[] {
  const inline = context.index.callsGivenFunction(scope.id)
  // A method is handed over with its object, seldom from another file: the question is not worth its reading.
  const given = scope.method === undefined ? usedElsewhere(context, scope.id).given : []
  const elsewhere = given.map(({ site }) => site)
  return [...inline, ...referencesOf(context, scope.id), ...elsewhere].flatMap(
    ({ expr }): readonly EnvironmentHint[] => {
      const name = lastName(expr.callee) ?? ''
      const first = expr.args[0]?.value
      const path = first?.is === 'text' && typeof first.parts[0] === 'string' ? first.parts[0] : ''
      if (expr.callee.is === 'member' && httpVerb.test(name) && path.startsWith('/')) return ['http']
      return jobWord.test(name) || worker.test(name) ? ['job'] : []
    },
  )
}
