// What the definitions of tools cost: providers do not read them as the JSON they are sent as.
import { exactly, plus } from '../band.ts'
import { isOfTools } from '../definitions.ts'
import { kindOf } from '../prices/model-id.ts'
import { isRecord } from '../record.ts'
import type { Band, PromptPart } from '../types.ts'
import type { TokenCounter } from './counter.ts'
import { isPublished } from './families.ts'

/**
 * Tokens around a function and its parameters as OpenAI's models read them, which see it as code:
 * https://github.com/openai/openai-cookbook/blob/main/examples/How_to_count_tokens_with_tiktoken.ipynb (`num_tokens_for_tools`)
 */
const framed = { tool: 7, olderTool: 10, properties: 3, property: 3, enumeration: -3, choice: 3, end: 12 }
const bare: Frame = { tool: 0, olderTool: 0, properties: 0, property: 0, enumeration: 0, choice: 0, end: 0 }
type Frame = typeof framed
const older = /^(gpt-3\.5|gpt-35|gpt-4$|gpt-4-)/

/**
 * Tokens of the system prompt that tools bring with them on Claude: the table of 2026 (`auto`), and what it said before.
 * https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 */
const claudePrompts: readonly (readonly [kinds: RegExp, tokens: number, before: number])[] = [
  [/^claude-opus-4-8/, 290, 290],
  [/^claude-opus-4-7/, 675, 675],
  [/^claude-(opus|sonnet)-4-6/, 497, 346],
  [/^claude-(opus|sonnet|haiku)-4-5/, 496, 346],
  [/^claude-(opus-4($|-[01])|sonnet-4($|-0))/, 313, 346],
  [/^claude-sonnet-5($|-)/, 354, 354],
  [/^claude-3-5-haiku/, 264, 264],
  [/^claude-3-7-sonnet/, 346, 346],
]

interface Schema {
  readonly type?: unknown
  readonly description?: unknown
  readonly enum?: unknown
  readonly properties?: unknown
  readonly items?: unknown
  readonly anyOf?: unknown
  readonly $ref?: unknown
  readonly $defs?: unknown
}

interface Definition extends Schema {
  readonly name?: unknown
  readonly function?: Definition
  readonly parameters?: Schema
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Tokens of tools that stand in the source as a whole; undefined where the part is none. */
export function toolTokens(
  { from, ...part }: PromptPart,
  model: string | undefined,
  tokens: TokenCounter,
): Band | undefined {
  if (part.is !== 'text' || model === undefined || !isOfTools(from)) return undefined
  if (!isPublished(model)) return withPrompt(part.text, model, tokens)
  const tools = definitions(part.text)
  if (!tools) return undefined
  const read = definitionsTokens(tools, model, tokens, framed)
  // Documented for GPT-4o and older models only: elsewhere as much as the JSON may be read.
  return { ...read, high: Math.max(read.high, tokens.count(part.text, model).high) }
}

/** Of the same, what the program writes: without the frames, and the system prompt, that the provider adds. */
export function writtenToolTokens(
  { from, ...part }: PromptPart,
  model: string | undefined,
  tokens: TokenCounter,
): Band | undefined {
  if (part.is !== 'text' || model === undefined || !isPublished(model) || !isOfTools(from)) return undefined
  const tools = definitions(part.text)
  return tools && definitionsTokens(tools, model, tokens, bare)
}

function definitionsTokens(tools: readonly Definition[], model: string, tokens: TokenCounter, frame: Frame): Band {
  const each = tools.map((tool) => definitionTokens(tool, model, tokens, frame))
  return plus(each.reduce(plus, exactly(0)), exactly(tools.some(isFunction) ? frame.end : 0))
}

function withPrompt(text: string, model: string, tokens: TokenCounter): Band | undefined {
  const prompt = claudePrompts.find(([kinds]) => kinds.test(kindOf(model)))
  if (!prompt || !text.startsWith('[{')) return undefined
  const [, now, before] = prompt
  return plus(tokens.count(text, model), { low: Math.min(now, before), likely: now, high: Math.max(now, before) })
}

function definitions(text: string): readonly Definition[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.every(isRecord) ? (read as readonly Definition[]) : undefined
  } catch {
    return undefined // it has holes: what is there is counted as text
  }
}

const isFunction = (tool: Definition) => typeof (tool.function ?? tool).name === 'string'

function definitionTokens(tool: Definition, model: string, tokens: TokenCounter, frame: Frame): Band {
  const { name, description, parameters } = tool.function ?? tool
  // One the provider runs itself, which has no definition.
  if (typeof name !== 'string') return tokens.count(JSON.stringify(tool), model)
  const line = tokens.count(`${name}:${withoutStop(description)}`, model)
  const start = older.test(kindOf(model)) ? frame.olderTool : frame.tool
  const inside = propertyTokens(parameters, { model, tokens, frame, defs: parameters?.$defs, depth: 0 })
  return plus(plus(line, exactly(start)), inside)
}

const withoutStop = (text: unknown) => textOf(text).replace(/\.$/, '')

/** Schemas that name themselves are followed this far. */
const deepest = 8

interface Counting {
  readonly model: string
  readonly tokens: TokenCounter
  readonly frame: Frame
  readonly defs: unknown
  readonly depth: number
}

function propertyTokens(schema: Schema | undefined, counting: Counting): Band {
  const { model, tokens, frame, depth } = counting
  const properties = isRecord(schema?.properties) ? Object.entries(schema.properties) : []
  if (properties.length === 0 || depth > deepest) return exactly(0)
  return properties
    .filter((entry): entry is [string, Readonly<Record<string, unknown>>] => isRecord(entry[1]))
    .map(([name, written]) => {
      const property = meant(written, counting.defs)
      const choices = Array.isArray(property.enum) ? property.enum.map(String) : []
      const line = tokens.count(`${name}:${textOf(property.type)}:${withoutStop(property.description)}`, model)
      const listed = choices.map((choice) => plus(tokens.count(choice, model), exactly(frame.choice)))
      const inner = isRecord(property.items) ? meant(property.items, counting.defs) : property
      const inside = propertyTokens(inner, { ...counting, depth: depth + 1 })
      return [exactly(frame.property), line, ...listed, inside].reduce(
        plus,
        exactly(choices.length > 0 ? frame.enumeration : 0),
      )
    })
    .reduce(plus, exactly(frame.properties))
}

/** A schema that stands elsewhere, and the one of two that is not nothing. */
function meant(schema: Schema, defs: unknown): Schema {
  const options = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isRecord) : []
  const [only, ...others] = options.filter(({ type }) => type !== 'null')
  const named = typeof schema.$ref === 'string' && isRecord(defs) ? defs[schema.$ref.split('/').at(-1)!] : undefined
  const inside = isRecord(named) ? named : only && others.length === 0 ? meant(only, defs) : undefined
  return inside ? { ...inside, ...schema } : schema
}
