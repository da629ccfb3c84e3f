import type { Expr } from '../module.ts'
import { last, type SymbolValue, type Value } from './value.ts'

/**
 * What a library hands to a function is of a type with arguments, and holds something of each of them: `RunContext[Deps]` has `deps`.
 * By the package and the type: the attributes, in the order of the arguments.
 * https://ai.pydantic.dev/dependencies/, https://ai.pydantic.dev/graph/, https://openai.github.io/openai-agents-python/context/,
 * https://docs.langchain.com/oss/python/langgraph/graph-api#runtime-context
 */
const attributes: Readonly<Record<string, readonly string[]>> = {
  'pydantic_ai RunContext': ['deps'],
  'pydantic_graph GraphRunContext': ['state', 'deps'],
  'agents RunContextWrapper': ['context'],
  'agents ToolContext': ['context'],
  'langgraph Runtime': ['context'],
  'langchain ToolRuntime': ['context', 'state'],
}

/** The arguments of a type: `Deps` of `RunContext[Deps]`. */
export const typesIn = (key: Expr): readonly Expr[] =>
  key.is === 'list' ? key.items : key.is === 'opaque' ? key.children : [key]

/** What is declared to be of such a type, with the types of what it holds. */
export function holding<T extends Value>(value: T, types: readonly Expr[]): T {
  if (value.is !== 'symbol') return value
  const names = attributes[`${value.path[0]!.name.split('.')[0]} ${last(value.path)!.name}`]
  if (!names) return value
  const held = Object.fromEntries(names.flatMap((name, at) => (types[at] ? [[name, types[at]]] : [])))
  return { ...value, held }
}

/** The type of what an attribute holds; undefined where none is told. */
export const heldType = ({ held }: SymbolValue, name: string): Expr | undefined =>
  held && Object.hasOwn(held, name) ? held[name] : undefined
