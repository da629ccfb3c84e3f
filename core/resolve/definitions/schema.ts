// The schema that an expression stands for, wherever it is from.
import type { Expr } from '../../module.ts'
import { argumentsOf } from '../arguments.ts'
import { last, type SymbolValue } from '../value.ts'
import { schemaOfClass } from './class-schema.ts'
import { constant, type Json, onlyValue, type Source } from './json.ts'
import { isZod, schemaOfZod } from './zod-schema.ts'

const deepest = 6

/** A class of the program, a schema of Zod, or what a function makes of either; open where it is none of these. */
export const schemaIn = (source: Source, expr: Expr): Json => schemaOf(source, expr, 0) ?? constant(source, expr)

/** Undefined where it is no schema. */
export function schemaOf(source: Source, expr: Expr, depth = 0): Json | undefined {
  if (depth > deepest) return undefined
  const described = describedBy(source, expr)
  if (described) return schemaOf(source, described, depth + 1)
  const value = onlyValue(source, expr)
  if (value?.is === 'class') return schemaOfClass(source, value)
  if (value?.is !== 'symbol' || value.global) return undefined
  return schemaOfZod(source, value) ?? within(source, value, depth)
}

/** `Answer` of `Answer.model_json_schema()` and `TypeAdapter(Answer).json_schema()` */
function describedBy({ context }: Source, expr: Expr): Expr | undefined {
  if (expr.is !== 'call' || expr.callee.is !== 'member') return undefined
  const { name, of } = expr.callee
  if (name === 'json_schema' && of.is === 'call') return of.args[0]?.value
  if (name !== 'model_json_schema' && name !== 'schema') return undefined
  return context.evaluate(of).some(({ is }) => is === 'class') ? of : undefined
}

/** What a function of a library is given to make a schema of: `zodResponseFormat(Answer, "answer")`, `Output.object({ schema })`, `ToolStrategy(Answer)`. */
function within(source: Source, { path }: SymbolValue, depth: number): Json | undefined {
  const { call, name } = last(path)!
  if (!call) return undefined
  const args = argumentsOf(source.context, call, 0, [])
  for (const param of ['[0]', 'schema', 'outputs', 'type_', 'element']) {
    const { among } = args.get(param)
    const inner = among.length === 1 ? schemaOf(source, among[0]!, depth + 1) : undefined
    if (inner !== undefined) return inner
  }
  // `jsonSchema({ … })` of the AI SDK
  const [first] = args.get('[0]').among
  return first && /jsonSchema$/i.test(name) && !isZod(path) ? constant(source, first) : undefined
}
