import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Bytes held after what nobody holds was let go: weak references are kept to the end of the turn they were read in. */
async function held(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    await new Promise(setImmediate)
    collect()
  }
  return process.memoryUsage().heapUsed
}

const rows = Array.from({ length: 300 }, (_, i) => `x${i} = {"a": ${i}, "b": [1, 2, 3, 4]}\n`).join('')
const app = (edit: number, ask: string) =>
  `from openai import OpenAI\nfrom options import pick, given, named\nclient = OpenAI()\nC = {"model": "gpt-4o", "n": ${edit}}\n${rows}${ask}\n`
const others = {
  'options.py': `from low import low
def pick(config):
    return {"model": config["model"], "n": 1}
def given(config):
    return config["model"]
def named(config):
    return low(config["model"])
`,
  'low.py': 'def low(name):\n    return name\n',
}

it.each([
  'client.responses.create(**pick(C), max_output_tokens=5, input="Hi")',
  'client.responses.create(model=given(C), max_output_tokens=5, input="Hi")',
  'client.responses.create(model=named(C), max_output_tokens=5, input="Hi")',
])('what files that stay worked out for one that is edited goes with it: %s', async (ask) => {
  const session = sessionOver({ 'app.py': app(0, ask), ...others })
  const edited = async (from: number, to: number) => {
    for (let edit = from; edit < to; edit++) {
      session.open('app.py', app(edit, ask))
      await session.prepare('app.py')
      expect(session.analyse('app.py').sites).toHaveLength(1)
    }
    return held()
  }
  const before = await edited(0, 5)
  // One reading of the file takes more than half a megabyte.
  expect((await edited(5, 45)) - before).toBeLessThan(8e6)
})
