import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import { valueOf } from '../known.ts'
import { effort } from './effort.ts'

/** The models that are asked, and how many expressions were worked out for them. */
async function modelsOf(files: Readonly<Record<string, string>>) {
  const session = sessionOver(files)
  const [file] = Object.keys(files) as [string]
  session.open(file, files[file]!)
  await session.prepare(file)
  const before = effort()
  const { sites } = session.analyse(file)
  const models = sites.flatMap(({ site }) => (site.kind === 'model-call' ? [valueOf(site.model)] : []))
  return { models, worked: effort() - before }
}

const app = (imports: string, ...models: string[]) =>
  `from openai import OpenAI\n${imports}\nclient = OpenAI()\n${models
    .map((model) => `client.responses.create(model=${model}, max_output_tokens=5, input="Hi")\n`)
    .join('')}`

it('calls that give a function the same are answered once, in every function they lead to', async () => {
  const often = (next: string) => Array.from({ length: 5 }, () => `${next}(name)`).join(' or ')
  const { models, worked } = await modelsOf({
    'app.py': app('from first import first', 'first("gpt-4o")', 'first("gpt-4o")'),
    'first.py': `from second import second\ndef first(name):\n    return ${often('second')}\n`,
    'second.py': `from third import third\ndef second(name):\n    return ${often('third')}\n`,
    'third.py': `from last import last\ndef third(name):\n    return ${often('last')}\n`,
    'last.py': 'def last(name):\n    return name\n',
  })
  expect(models).toEqual(['gpt-4o', 'gpt-4o'])
  expect(worked).toBeLessThan(150)
})

it('a parameter is compared only where the function asks for it', async () => {
  const { models } = await modelsOf({
    'app.py': app(
      'from pick import pick',
      'pick("fast", "gpt-4o")',
      'pick("fast", "gpt-4.1")',
      'pick("slow", "gpt-4.1")',
    ),
    'pick.py': 'def pick(kind, model):\n    if kind == "slow":\n        return "o3"\n    return model\n',
  })
  expect(models).toEqual(['gpt-4o', 'gpt-4.1', 'o3'])
})

it('what is worked out later is what each call gave', async () => {
  const { models } = await modelsOf({
    'app.py': app(
      'from made import options, Options, of',
      'options("a", "gpt-4o")["model"]',
      'options("a", "gpt-4.1")["model"]',
      'options("a", "gpt-4o")["model"]',
      'of("gpt-4o").model',
      'of("gpt-4.1").model',
    ),
    'made.py': `class Options:
    def __init__(self, model):
        self.model = model
def options(name, model):
    return {"name": name, "model": model}
def of(model):
    return Options(model)
`,
  })
  expect(models).toEqual(['gpt-4o', 'gpt-4.1', 'gpt-4o', 'gpt-4o', 'gpt-4.1'])
})

it('what is given all that a call gives is answered for each', async () => {
  const { models } = await modelsOf({
    'app.py': app('from pick import pick', 'pick(model="gpt-4o")', 'pick(model="gpt-4.1")'),
    'pick.py': 'def pick(**options):\n    return options["model"]\n',
  })
  expect(models).toEqual(['gpt-4o', 'gpt-4.1'])
})

it('one call in a function that is called with two things gives each its own', async () => {
  const { models } = await modelsOf({
    'app.py': app('from made import named', 'named("gpt-4o").model', 'named("gpt-4.1").model'),
    'made.py': `from options import of
def named(model):
    return of("a", model)
`,
    'options.py': `class Options:
    def __init__(self, model):
        self.model = model
def of(name, model):
    return Options(model)
`,
  })
  expect(models).toEqual(['gpt-4o', 'gpt-4.1'])
})
