import { describe, expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import { valueOf } from '../known.ts'

const rows = 400

/** A table larger than what is marked part by part, with parts that other files look up by themselves. */
const table = `export const BASE = { limit: 7, tags: [${Array.from({ length: 100 }, (_, i) => `"t${i}"`).join(', ')}] }
export const TABLE = {
  base: BASE,
${Array.from({ length: rows }, (_, i) => `  m${i}: { id: "gpt-4o-${i}", limit: ${i}, of: BASE.limit },`).join('\n')}
}
export function pick(key: string, more: object) { return TABLE[key] }
`

async function found(files: Readonly<Record<string, string>>) {
  const session = sessionOver(files)
  const [file] = Object.keys(files) as [string]
  session.open(file, files[file]!)
  await session.prepare(file)
  return session.analyse(file).sites.flatMap(({ site }) => (site.kind === 'model-call' ? [site] : []))
}

const call = (model: string, limit: string) =>
  `await client.chat.completions.create({ model: ${model}, max_tokens: ${limit}, messages: [{ role: "user", content: "Hi" }] })`

describe('a large table of another file', () => {
  it('gives what is looked up in it, whole or in part, worked out where it stands and placed where it comes in', async () => {
    const app = `import OpenAI from "openai"
import { BASE, TABLE, pick } from "./table"
const client = new OpenAI()
${call('TABLE.m3.id', 'TABLE.m3.of')}
${call('pick("m5", {}).id', 'pick("m5", {}).limit')}
${call('TABLE.m398.id', 'BASE.limit')}
`
    const calls = await found({ 'app.ts': app, 'table.ts': table })
    expect(calls.map(({ model, maxOutput }) => [valueOf(model), valueOf(maxOutput)])).toEqual([
      ['gpt-4o-3', 7],
      ['gpt-4o-5', 5],
      ['gpt-4o-398', 7],
    ])
    const places = calls.map(({ model }) => ('at' in model ? model.at : undefined))
    expect(places.map((at) => at?.file)).toEqual(['app.ts', 'app.ts', 'app.ts'])
  })

  it('is its own again in the file it is from', async () => {
    const calls = await found({
      'table.ts': `import OpenAI from "openai"
import { back } from "./back"
${table}const client = new OpenAI()
${call('back.m9.id', 'back.m9.limit')}
`,
      'back.ts': 'import { TABLE } from "./table"\nexport const back = TABLE\n',
    })
    expect(calls.map(({ model, maxOutput }) => [valueOf(model), valueOf(maxOutput)])).toEqual([['gpt-4o-9', 9]])
  })
})
