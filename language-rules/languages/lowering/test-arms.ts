// Arms that run in tests alone: what they hold is a test's stand-in, and nobody is billed for it.
import type { Expr } from '../../../core/module.ts'
import type { ModuleBuilder } from './builder.ts'
import { constantText } from './expr.ts'

/** Which arm of a condition runs in tests alone; undefined where neither, or nobody can tell. */
export function testArm(builder: ModuleBuilder, condition: Expr): 'then' | 'else' | undefined {
  if (holdsOnlyInTests(builder, condition, false)) return 'then'
  return holdsOnlyInTests(builder, condition, true) ? 'else' : undefined
}

/** Does a condition hold, or `negated` fail, in tests alone? */
function holdsOnlyInTests(builder: ModuleBuilder, expr: Expr, negated: boolean): boolean {
  const holds = (part: Expr) => holdsOnlyInTests(builder, part, negated)
  if (expr.is === 'choice' && expr.via === 'or') return negated ? expr.among.some(holds) : expr.among.every(holds)
  if (expr.is !== 'operation') return !negated && isTestName(builder, expr)
  const { op, args } = expr
  if (op === '!' || op === 'not') return args.every((part) => holdsOnlyInTests(builder, part, !negated))
  if (op === '&&' || op === 'and') return negated ? args.every(holds) : args.some(holds)
  if (op === 'in') return !negated && constantText(args[0]!) === 'pytest'
  if (/^(?:===?|is)$/.test(op)) return !negated && isTestValue(builder, args)
  return /^(?:!==?|is not)$/.test(op) && negated && isTestValue(builder, args)
}

/** `NODE_ENV === "test"`, `os.environ.get("TESTING") == "1"` */
function isTestValue(builder: ModuleBuilder, args: readonly Expr[]): boolean {
  return args.some((expr, i) => {
    const other = args[1 - i]
    if (!other) return false
    const text = constantText(expr)
    if (text !== undefined && /^(?:test|testing|e2e)$/i.test(text))
      return /env(?:ironment)?$/i.test(nameOf(other) ?? '')
    const on = expr.is === 'boolean' ? expr.value : /^(?:1|true|yes|on)$/i.test(text ?? '')
    return on && isTestName(builder, other)
  })
}

/** `isTestEnvironment`, `IS_TEST`, `settings.TESTING`, `TEST_MODE`, `isRunningTests`. */
const isTest =
  /^(?:(?:is|in|under|use|running) )*(?:(?:unit|e2e|integration) )?(?:e2e|test|tests|testing)(?: (?:env|environment|mode|run|runner|running))?$/
/** What runners of tests set, and what is set for them. */
const ofRunners = /^(?:(?:is|in|ci) )*(?:vitest|jest|playwright|cypress|pytest)\b/

/** A parameter is the caller's choice, not the environment's. */
function isTestName(builder: ModuleBuilder, expr: Expr): boolean {
  const name = nameOf(expr)
  if (name === undefined || (expr.is === 'name' && isParameter(builder, name))) return false
  const words = wordsOf(name)
  return isTest.test(words) || ofRunners.test(words) || (isRead(expr) && /^test\b/.test(words))
}

const wordsOf = (name: string): string =>
  name
    .replace(/e2e/gi, ' e2e ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase()

/** The name a condition goes by: a variable's, a function's without arguments, or the one that is looked up. */
function nameOf(expr: Expr): string | undefined {
  if (expr.is === 'name' || expr.is === 'member') return expr.name
  if (expr.is === 'index') return constantText(expr.key)
  if (expr.is !== 'call') return undefined
  const first = expr.args[0]?.value
  if (!first) return nameOf(expr.callee)
  const callee = nameOf(expr.callee) ?? ''
  if (/^(?:getenv|get|config|env)$/.test(callee)) return constantText(first)
  return /^(?:Boolean|bool)$/.test(callee) ? nameOf(first) : undefined
}

/** Is it one of the environment's variables? */
function isRead(expr: Expr): boolean {
  if (expr.is === 'member' || expr.is === 'index') return /^env(?:iron)?$/.test(nameOf(expr.of) ?? '')
  return expr.is === 'call' && expr.args.length > 0
}

function isParameter(builder: ModuleBuilder, name: string): boolean {
  for (let at = builder.scope; at >= 0; at = builder.scopes[at]!.parent)
    if (builder.scopes[at]!.parameters.some((parameter) => parameter.name === name)) return true
  return false
}

/** One of two values, a test's stand-in left out; beside nothing it is all there is. */
export function withoutTests(
  builder: ModuleBuilder,
  condition: Expr,
  [yes, no]: readonly [Expr, Expr],
): readonly Expr[] {
  const arm = testArm(builder, condition)
  const kept = arm === 'then' ? no : yes
  return arm === undefined || kept.is === 'null' ? [yes, no] : [kept]
}

/** Lowers what runs in tests alone: what it returns counts only where nothing else is returned, and so with what it binds. */
export function inTests(builder: ModuleBuilder, isOne: boolean, run: () => void): void {
  const before = builder.inTests
  builder.inTests ||= isOne
  run()
  builder.inTests = before
}
