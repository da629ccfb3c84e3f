// What the cells of a notebook write into files, as the whole of a session sees it.
import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import { textOf } from '../document.ts'

async function analysed(...cells: readonly string[]) {
  const session = sessionOver({})
  session.open(
    'a.ipynb',
    JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source, metadata: {} })), metadata: {} }),
  )
  const result = await session.settled('a.ipynb')
  const document = session.document('a.ipynb')!
  const places = result.sites.map(({ site: { key, location } }) => [
    key,
    location.cell,
    textOf(document, location.cell)
      .slice(...location.span)
      .split('\n')[0],
  ])
  return { ...result, places }
}

const task = '%%writefile jobs/train.yaml\nname: train\nresources:\n  accelerators: A100:8\nrun: train\n'
const script = '%%writefile app.py\nfrom openai import OpenAI\nOpenAI().responses.create(model="gpt-4o", input="Hi")\n'

it('is found where the last cell of that name has it', async () => {
  const { places, problems } = await analysed('x = 1', task, script, script)
  expect(problems).toEqual([])
  expect(places).toEqual([
    ['jobs/train.yaml:skypilot.task', 1, 'resources:'],
    ['app.py:openai.responses.create', 3, 'OpenAI().responses.create(model="gpt-4o", input="Hi")'],
  ])
})

it('is no code of the notebook: nothing it defines is called from there, and it imports nothing of it', async () => {
  const made = 'from crewai import LLM\nllm = LLM(model="openai/gpt-4o")'
  const { places } = await analysed(made, '%%writefile b.py\nllm.call("Hi")\n')
  expect((await analysed(made, 'llm.call("Hi")')).places).toHaveLength(1)
  expect(places).toEqual([])
})

it('is a whole file: what is added to one, a file of another kind or a cell of a shell is not read', async () => {
  const others = ['%%writefile -a app.py', '%%writefile notes.txt', '%%bash']
  const { places } = await analysed(...others.map((magic) => script.replace('%%writefile app.py', magic)))
  expect(places).toEqual([])
})

it('loads a model on whatever machine runs it: that is told where it is run', async () => {
  const load = 'from transformers import pipeline\npipeline("text-generation", model="gpt2", device="cuda")\n'
  expect((await analysed(load)).places).toHaveLength(1)
  expect((await analysed(`%%writefile train.py\n${load}`)).places).toEqual([])
})
