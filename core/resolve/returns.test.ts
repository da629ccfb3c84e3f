import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import { valueOf } from '../known.ts'

async function modelsOf(files: Readonly<Record<string, string>>) {
  const session = sessionOver(files)
  const [file] = Object.keys(files) as [string]
  session.open(file, files[file]!)
  await session.prepare(file)
  return session.analyse(file).sites.flatMap(({ site }) => (site.kind === 'model-call' ? [valueOf(site.model)] : []))
}

const ask = (model: string) => `client.responses.create(model=${model}, max_output_tokens=5, input="Hi")\n`

/** Asks the next file as often as this, and each time for something else. */
const often = (next: string, times: number) =>
  Array.from({ length: times }, (_, i) => `${next}(name + "${i}")`).join(' or ')

it('a call that leads to ever more calls in other files is worked out all the same, and so is the next', async () => {
  const models = await modelsOf({
    'app.py': `from openai import OpenAI
from first import first
from last import last
client = OpenAI()
${ask('first("gpt-4o")')}${ask('last("gpt-4o")')}`,
    'first.py': `from second import second\ndef first(name):\n    return ${often('second', 60)}\n`,
    'second.py': `from third import third\ndef second(name):\n    return ${often('third', 60)}\n`,
    'third.py': `from last import last\ndef third(name):\n    return ${often('last', 60)}\n`,
    'last.py': 'def last(name):\n    return name\n',
  })
  expect(models).toEqual(['gpt-4o000', 'gpt-4o'])
})

it('calls beyond those that are worked out by themselves are not known, in whatever order they stand', async () => {
  const models = (calls: readonly string[]) =>
    modelsOf({
      'app.py': `from openai import OpenAI\nfrom table import table\nclient = OpenAI()\nfor model in table("x"):\n    ${ask('model')}`,
      'table.py': `from pick import pick\ndef table(kind):\n    return [${calls.join(', ')}]\n`,
      'pick.py': 'def pick(name="gpt-4.1"):\n    return name\n',
    })
  const calls = [...Array<string>(40).fill('pick("gpt-4o-mini")'), 'pick("gpt-4o")']
  expect(await models(calls)).toEqual([undefined])
  expect(await models(calls.toReversed())).toEqual([undefined])
})

it('calls that give a function nothing all have what it says itself', async () => {
  const models = await modelsOf({
    'app.py': `from openai import OpenAI
from chosen import chosen, usual
client = OpenAI()
${ask('usual()')}${ask('chosen()')}${ask('chosen("gpt-4o")')}${ask('chosen()')}`,
    'chosen.py': `def chosen(name="gpt-4.1-mini"):
    return name
def usual(name="gpt-4.1"):
    return chosen(name)
`,
  })
  expect(models).toEqual(['gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'gpt-4.1-mini'])
})

it('what a function of another file puts together under names of its own is what each call gave it', async () => {
  const files = {
    'app.py': `from google.cloud import aiplatform
from pools import pools
small = pools("n1-standard-4")
aiplatform.CustomJob(display_name="small", worker_pool_specs=small)
large = pools("a2-highgpu-1g")
aiplatform.CustomJob(display_name="large", worker_pool_specs=large)
`,
    'pools.py': `def pools(machine):
    spec = {"machine_type": machine}
    chief = {"replica_count": 1, "machine_spec": spec}
    return [chief]
`,
  }
  const session = sessionOver(files)
  session.open('app.py', files['app.py'])
  await session.prepare('app.py')
  const machines = session
    .analyse('app.py')
    .sites.map(({ site }) => (site.kind === 'resource' ? valueOf(site.shape.instanceType!) : undefined))
  expect(machines).toEqual(['n1-standard-4', 'a2-highgpu-1g'])
})

it('what another file decides by a constant that is given it, or that it has, is decided', async () => {
  const models = await modelsOf({
    'app.py': `from openai import OpenAI
from chosen import BIG, chosen
client = OpenAI()
${ask('chosen(True)')}${ask('chosen()')}${ask('"gpt-4.1" if BIG else "gpt-4.1-mini"')}`,
    'chosen.py': `BIG = True
def chosen(big=False):
    return "gpt-4o" if big else "gpt-4o-mini"
`,
  })
  expect(models).toEqual(['gpt-4o', 'gpt-4o-mini', 'gpt-4.1'])
})

it('a function that a function makes holds what that was given, here and in another file', async () => {
  const models = await modelsOf({
    'app.py': `from openai import OpenAI
from makers import naming
client = OpenAI()
def picking(model):
    def pick(end):
        return model + end
    return pick
mini = naming("gpt-4o")("-")
${ask('picking("gpt-4o")("-mini")')}${ask('picking("gpt-4.1")("")')}${ask('mini("mini")')}`,
    'makers.py': `def naming(family):
    def between(mark):
        return lambda size: f"{family}{mark}{size}"
    return between
`,
  })
  expect(models).toEqual(['gpt-4o-mini', 'gpt-4.1', 'gpt-4o-mini'])
})

it('what a generator hands out is what it was given', async () => {
  const code = `from openai import OpenAI
from kept import kept
client = OpenAI()
def twice(model):
    yield model
async def ask():
    async for model in twice("gpt-4o"):
        ${ask('model')}    for model in kept("gpt-4.1"):
        ${ask('model')}`
  const kept = 'def kept(*models):\n    for model in models:\n        yield model\n'
  expect(await modelsOf({ 'app.py': code, 'kept.py': kept })).toEqual(['gpt-4o', 'gpt-4.1'])
})

it('a module hands out a record with what it was given by the end of the module', async () => {
  const models = await modelsOf({
    'app.py': `from openai import OpenAI
import config
client = OpenAI()
${ask('config.LLM["model"]')}`,
    'config.py': 'LLM = dict(model="gpt-4o")\nLLM["model"] = "gpt-4.1"\n',
  })
  expect(models).toEqual(['gpt-4.1'])
})

it('a record that is handed on as the arguments of a call gives what it holds', async () => {
  const models = await modelsOf({
    'app.py': `from openai import OpenAI
from chosen import chosen
client = OpenAI()
options = {"name": "gpt-4o"}
${ask('chosen(**options)')}`,
    'chosen.py': 'def chosen(name="gpt-4o-mini"):\n    return name\n',
  })
  expect(models).toEqual(['gpt-4o'])
})
