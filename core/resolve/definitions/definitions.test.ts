import { expect, it } from 'vitest'
import * as z from 'zod'
import { lower as python } from '../../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../../language-rules/languages/typescript/lower.ts'
import { sdk as aiSdk } from '../../../language-rules/sdks/ai-sdk.ts'
import { sdk as anthropic } from '../../../language-rules/sdks/anthropic.ts'
import { sdk as langchain } from '../../../language-rules/sdks/langchain.ts'
import { sdk as openai } from '../../../language-rules/sdks/openai.ts'
import { fileDocument } from '../../document.ts'
import { findModelCalls } from '../calls.ts'

/** What the last call sends as definitions, holes in doubled braces. */
function sent(lower: typeof python, code: string): string {
  const module = lower(code)
  const sdks = [openai, anthropic, langchain, aiSdk]
  const call = findModelCalls(fileDocument('src/a', module.language, code), module, sdks).at(-1)!
  return call.input
    .filter(({ role }) => role === undefined)
    .map((part) => (part.is === 'text' ? part.text : `{{${part.name}}}`))
    .join('')
}

const models = `
import json
from typing import Literal, Optional
from enum import Enum
from pydantic import BaseModel, Field
class Size(Enum):
    SMALL = "small"
    LARGE = "large"
class Berth(BaseModel):
    """Where a ship lies."""
    number: int = Field(ge=1, description="As on the chart.")
    size: Size = Size.SMALL
class Named(BaseModel):
    ship_name: str
class Notice(Named):
    """A notice
    to mariners.
    """
    berths: list[Berth]
    kind: Literal["warning", "info"] = "info"
    until: Optional[str] = Field(None, max_length=10)
`

/** As `Notice.model_json_schema()` of Pydantic 2.13.4 has it. */
const notice = {
  $defs: {
    Berth: {
      description: 'Where a ship lies.',
      properties: {
        number: { description: 'As on the chart.', minimum: 1, title: 'Number', type: 'integer' },
        size: { $ref: '#/$defs/Size', default: 'small' },
      },
      required: ['number'],
      title: 'Berth',
      type: 'object',
    },
    Size: { enum: ['small', 'large'], title: 'Size', type: 'string' },
  },
  description: 'A notice\nto mariners.',
  properties: {
    ship_name: { title: 'Ship Name', type: 'string' },
    berths: { items: { $ref: '#/$defs/Berth' }, title: 'Berths', type: 'array' },
    kind: { default: 'info', enum: ['warning', 'info'], title: 'Kind', type: 'string' },
    until: { anyOf: [{ maxLength: 10, type: 'string' }, { type: 'null' }], default: null, title: 'Until' },
  },
  required: ['ship_name', 'berths'],
  title: 'Notice',
  type: 'object',
}

it('a model of Pydantic is the schema that Pydantic makes of it', () => {
  const code = `${models}from anthropic import Anthropic\nAnthropic().messages.create(model="m", max_tokens=1, tools=[{"name": "n", "input_schema": Notice.model_json_schema()}])`
  expect(JSON.parse(sent(python, code))).toEqual([{ name: 'n', input_schema: notice }])
})

it('as the form of an answer it is strict: every field is asked for, and no other', () => {
  const code = `${models}from openai import OpenAI\nOpenAI().chat.completions.parse(model="m", messages=[], response_format=Berth)`
  const { Size, Berth } = notice.$defs
  const properties = { ...Berth.properties }
  const schema = { ...Berth, properties, required: ['number', 'size'], additionalProperties: false, $defs: { Size } }
  expect(JSON.parse(sent(python, code))).toEqual({
    type: 'json_schema',
    json_schema: { name: 'Berth', strict: true, schema },
  })
})

const search = `def search(query: str, limit: int = 3) -> list:
    """Finds berths.

    Only free ones.
    """
`
const searching = {
  type: 'function',
  function: {
    name: 'search',
    description: 'Finds berths.\n\nOnly free ones.',
    parameters: {
      properties: { query: { type: 'string' }, limit: { default: 3, type: 'integer' } },
      required: ['query'],
      type: 'object',
    },
  },
}
const chat = 'from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4o")\n'

it.each([
  ['a function', `${search}${chat}llm.bind_tools([search]).invoke("Hi")`],
  [
    'one with a decorator',
    `from langchain.tools import tool\n@tool\n${search}${chat}llm.bind_tools([search]).invoke("Hi")`,
  ],
  [
    'one that is given what the model is not asked for',
    `from langchain.tools import tool, ToolRuntime\n@tool\n${search.replace('limit', 'runtime: ToolRuntime[Deps], limit')}${chat}llm.bind_tools(tools=[search]).invoke("Hi")`,
  ],
  [
    'what is made of it',
    `from langchain.tools import StructuredTool\n${search}${chat}llm.bind_tools([StructuredTool.from_function(search)]).invoke("Hi")`,
  ],
])('a tool in Python: %s', (_, code) => {
  expect(JSON.parse(sent(python, code).replace(/Hi$/, ''))).toEqual([searching])
})

it('a tool of Python with a name and a schema of its own', () => {
  const code = `${models}from langchain.tools import tool\n@tool("berths", args_schema=Named)\n${search}${chat}llm.bind_tools([search]).invoke("Hi")`
  const { function: told } = searching
  const parameters = {
    properties: { ship_name: { title: 'Ship Name', type: 'string' } },
    required: ['ship_name'],
    type: 'object',
  }
  expect(JSON.parse(sent(python, code).replace(/Hi$/, ''))).toEqual([
    { type: 'function', function: { ...told, name: 'berths', parameters } },
  ])
})

it('a model of Pydantic as a tool, and as the form of an answer, of LangChain', () => {
  const asked = (way: string) => sent(python, `${models}${chat}llm.${way}.invoke("Hi")`).replace(/Hi$/, '')
  const { title, description, ...parameters } = notice
  const tool = { type: 'function', function: { name: 'Notice', description, parameters } }
  expect(JSON.parse(asked('bind_tools([Notice])'))).toEqual([tool])
  expect(JSON.parse(asked('with_structured_output(Notice)'))).toEqual(notice)
})

it('types of a library that are made of what is sent', () => {
  const code = `from openai import OpenAI\nfrom openai.types.chat import ChatCompletionToolParam\nfrom openai.types.shared_params import FunctionDefinition\nOpenAI().chat.completions.create(model="m", messages=[], tools=[ChatCompletionToolParam(type="function", function=FunctionDefinition(name="n", parameters={"type": "object"}))])`
  expect(JSON.parse(sent(python, code))).toEqual([
    { type: 'function', function: { name: 'n', parameters: { type: 'object' } } },
  ])
})

it.each([
  [
    'a type nobody knows',
    'import numpy as np\nclass A(BaseModel):\n    a: np.ndarray',
    '"a": {"title": "A", "type": {{np.ndarray}}}',
  ],
  ['a default that only a run knows', 'class A(BaseModel):\n    a: str = Field(default=now())', '"default": {{now()}}'],
])('stays open: %s', (_, code, part) => {
  const whole = `from pydantic import BaseModel, Field\nfrom openai import OpenAI\n${code}\nOpenAI().chat.completions.parse(model="m", messages=[], response_format=A)`
  expect(sent(python, whole)).toContain(part)
})

it('what is no schema is a hole, as it was', () => {
  const code =
    'from openai import OpenAI\nclass A:\n    a: str\nOpenAI().chat.completions.parse(model="m", messages=[], response_format=A)'
  expect(sent(python, code)).toBe('{{A}}')
})

/** Zod's own answer, without what says which draft it is of. */
function byZod(schema: z.ZodType): unknown {
  const { $schema: _, ...own } = z.toJSONSchema(schema)
  return own
}

const base = z.object({ id: z.string().describe('Id.'), at: z.number().optional() })

it.each<readonly [string, z.ZodType]>([
  ['z.string().min(1).max(20).describe("Who")', z.string().min(1).max(20).describe('Who')],
  ['z.number().int().positive()', z.number().int().positive()],
  ['z.number().gte(0).lte(1)', z.number().gte(0).lte(1)],
  ['z.enum(["a", "b"])', z.enum(['a', 'b'])],
  ['z.literal("x")', z.literal('x')],
  ['z.union([z.string(), z.number()])', z.union([z.string(), z.number()])],
  ['z.union([base, z.string()])', z.union([base, z.string()])],
  ['z.string().nullable()', z.string().nullable()],
  ['z.array(base).min(1).max(3)', z.array(base).min(1).max(3)],
  ['z.string().array().describe("All")', z.string().array().describe('All')],
  ['z.record(z.string(), z.number())', z.record(z.string(), z.number())],
  ['z.tuple([z.string(), z.boolean()])', z.tuple([z.string(), z.boolean()])],
  ['z.string().or(z.number())', z.string().or(z.number())],
  ['z.object({ ...base.shape, q: z.any() })', z.object({ ...base.shape, q: z.any() })],
  ['base.extend({ z: z.boolean() })', base.extend({ z: z.boolean() })],
  ['base.pick({ id: true })', base.pick({ id: true })],
  ['base.omit({ id: true }).partial()', base.omit({ id: true }).partial()],
  ['z.string().meta({ description: "M" })', z.string().meta({ description: 'M' })],
  ['z.url()', z.url()],
  [
    'z.discriminatedUnion("k", [z.object({ k: z.literal("a"), v: z.string() }), z.object({ k: z.literal("b") })])',
    z.discriminatedUnion('k', [z.object({ k: z.literal('a'), v: z.string() }), z.object({ k: z.literal('b') })]),
  ],
])('%s is the schema that Zod makes of it', (written, schema) => {
  const code = `import { z } from 'zod'\nimport OpenAI from 'openai'\nconst base = z.object({ id: z.string().describe('Id.'), at: z.number().optional() })\nconst S = ${written}\nnew OpenAI().chat.completions.create({ model: 'm', messages: [], tools: [{ parameters: z.toJSONSchema(S) }] })`
  expect(JSON.parse(sent(typescript, code))).toEqual([{ parameters: byZod(schema) }])
})

const zod = `import { z } from 'zod'\nconst Berth = z.object({ number: z.number().describe('As on the chart.') })\n`
const berth = {
  type: 'object',
  properties: { number: { type: 'number', description: 'As on the chart.' } },
  required: ['number'],
  additionalProperties: false,
}

it.each([
  [
    'of the OpenAI SDK',
    `import OpenAI from 'openai'\nimport { zodFunction } from 'openai/helpers/zod'\nnew OpenAI().chat.completions.parse({ model: 'm', messages: [], tools: [zodFunction({ name: 'moor', description: 'Moors.', parameters: Berth })] })`,
  ],
  [
    'of the AI SDK, by its key',
    `import { generateText, tool } from 'ai'\nawait generateText({ model: 'openai/gpt-4o', tools: { moor: tool({ description: 'Moors.', inputSchema: Berth, execute: moor }) } })`,
  ],
  [
    'of LangChain',
    `import { tool } from '@langchain/core/tools'\nimport { ChatOpenAI } from '@langchain/openai'\nconst moor = tool(async (input) => input, { name: 'moor', description: 'Moors.', schema: Berth })\nawait new ChatOpenAI({ model: 'gpt-4o' }).bindTools([moor]).invoke([])`,
  ],
])('a tool with a schema of Zod, %s', (_, code) => {
  expect(JSON.parse(sent(typescript, zod + code))).toEqual([
    { type: 'function', function: { name: 'moor', description: 'Moors.', parameters: berth } },
  ])
})

it.each([
  [
    'the Responses API',
    `import OpenAI from 'openai'\nimport { zodTextFormat } from 'openai/helpers/zod'\nnew OpenAI().responses.parse({ model: 'm', text: { format: zodTextFormat(Berth, 'berth') } })`,
    { type: 'json_schema', name: 'berth', strict: true, schema: berth },
  ],
  [
    'the AI SDK',
    `import { generateObject } from 'ai'\nawait generateObject({ model: 'openai/gpt-4o', schema: Berth })`,
    berth,
  ],
  [
    'the AI SDK, as an output',
    `import { generateText, Output } from 'ai'\nawait generateText({ model: 'openai/gpt-4o', output: Output.object({ schema: Berth }) })`,
    berth,
  ],
  [
    'one that is JSON already',
    `import { generateObject, jsonSchema } from 'ai'\nawait generateObject({ model: 'openai/gpt-4o', schema: jsonSchema({ type: 'object' }) })`,
    { type: 'object' },
  ],
])('the form of an answer: %s', (_, code, schema) => {
  expect(JSON.parse(sent(typescript, zod + code))).toEqual(schema)
})

it('one tool of many that is not seen is a hole among the others', () => {
  const code = `${zod}import { generateText, tool } from 'ai'\nimport { other } from './other'\nawait generateText({ model: 'openai/gpt-4o', tools: { other, moor: tool({ description: 'Moors.', inputSchema: Berth }) } })`
  expect(sent(typescript, code)).toMatch(/^\[\{\{other\}\}, \{"type": "function", "function": \{"name": "moor"/)
})
