import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/typescript/lower.ts'
import { fileDocument } from '../document.ts'
import type { Known } from '../types.ts'
import { contextOf } from './evaluate.ts'
import { isTextOrNumber, read } from './read.ts'

/** What `probe(…)` is given. */
function probed(code: string): string {
  const module = lower(code)
  const probe = module.calls.find(({ expr }) => expr.callee.is === 'name' && expr.callee.name === 'probe')!
  const known: Known<string | number> = read(
    contextOf(module),
    fileDocument('a.ts', 'typescript', code),
    probe.expr.args[0]!.value,
    isTextOrNumber,
  )
  return known.is === 'known' || known.is === 'assumed' ? `${known.is} ${known.value} ${known.via}` : known.is
}

const zod = 'import { z } from "zod"\n'

it.each([
  [
    'the default of a field that the environment may give',
    `${zod}const env = z.object({ MODEL: z.string().min(1).default("a") }).parse(process.env)\nprobe(env.MODEL)`,
    'assumed a environment',
  ],
  [
    'of a number, from a schema with a name, in brackets',
    `${zod}const schema = z.object({ MAX: z.coerce.number().default(64) })\nconst env = schema.parse(process.env)\nprobe(env["MAX"])`,
    'assumed 64 environment',
  ],
  [
    'of what a caller sends',
    `${zod}const ask = (body) => { const { model } = z.object({ model: z.enum(["a", "b"]).default("b") }).parse(body); probe(model) }`,
    'assumed b parameter',
  ],
  [
    'of what was read safely',
    `${zod}const read = z.object({ M: z.string().catch("a") }).safeParse(process.env)\nprobe(read.data.M)`,
    'assumed a environment',
  ],
  [
    'of a field of a field',
    `${zod}const c = z.object({ ai: z.object({ model: z.string().default("a") }) }).parse(load())\nprobe(c.ai.model)`,
    'assumed a parameter',
  ],
  [
    'of an extended schema',
    `${zod}const base = z.object({ A: z.string() })\nconst e = base.extend({ M: z.string().default("a") }).parse(process.env)\nprobe(e.M)`,
    'assumed a environment',
  ],
  [
    'of createEnv',
    `${zod}import { createEnv } from "@t3-oss/env-nextjs"\nconst env = createEnv({ server: { M: z.string().default("a") }, runtimeEnv: process.env })\nprobe(env.M)`,
    'assumed a parameter',
  ],
  [
    'of cleanEnv',
    'import { cleanEnv, str } from "envalid"\nconst env = cleanEnv(process.env, { M: str({ default: "a" }) })\nprobe(env.M)',
    'assumed a environment',
  ],
  ['no default', `${zod}const env = z.object({ M: z.string() }).parse(process.env)\nprobe(env.M)`, 'unknown'],
  [
    'a fallback beside it',
    `${zod}const env = z.object({ M: z.string().optional() }).parse(process.env)\nprobe(env.M ?? "a")`,
    'assumed a environment',
  ],
  [
    'a parse that is no schema’s',
    'import { p } from "./p"\nprobe(p.object({ M: p.default("a") }).parse(x).M)',
    'unknown',
  ],
])('%s', (_, code, sees) => expect(probed(code)).toBe(sees))
