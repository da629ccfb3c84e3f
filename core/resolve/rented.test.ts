import { expect, it } from 'vitest'
import { language as python } from '../../language-rules/languages/python.ts'
import { fileDocument } from '../document.ts'
import type { Sdk } from '../sdk.ts'
import { findRented } from './rented.ts'

const lower = await python.load()

const sdk: Sdk = {
  id: 'farm',
  words: ['import farm'],
  clients: [
    { python: 'farm.**.Model', kind: 'model' },
    { python: 'farm.**.Job', module: true, kind: 'job' },
  ],
  calls: [],
  rents: [
    {
      path: 'deploy',
      on: 'model',
      type: 'farm.deploy',
      unless: { machine: ['local'] },
      handed: ['machine', 'replicas'],
    },
    { path: '()', on: 'job', type: 'farm.job', needs: ['gpus'] },
    { path: 'load', on: 'model', type: 'farm.load', uses: true, only: { device: /^cuda/ } },
    { path: 'run', on: 'model', type: 'farm.run', runs: true },
  ],
  stands: {
    names: ['farm.**.Gpu'],
    values: { 'farm.Setting': 'default' },
    texts: { 'farm.Card': 'A100-{size}:{count}' },
  },
  free: [],
}

const blocksIn = (code: string) =>
  findRented(fileDocument('src/main.py', 'python', code), lower(code, 'src/main.py'), [sdk])

const factsOf = (code: string, ...paths: string[]) => {
  const [block] = blocksIn(code)
  return paths.map((path) => {
    const value = block?.fact(path)
    return value && 'value' in value ? value.value : value?.is === 'unknown' ? value.why : value?.is
  })
}

it('finds a method of what an SDK makes, with its arguments by name and by place', () => {
  const code = `import farm
def serve(kind="m5.large"):
    farm.Model("x").deploy(2, machine=kind)
`
  expect(blocksIn(code).map(({ type, key }) => [type, key])).toEqual([['farm.deploy', 'serve/farm.deploy']])
  expect(factsOf(code, 'machine', 'replicas|[0]', 'zone')).toEqual(['m5.large', 2, 'absent'])
})

it('reads what the receiver was made with where a path asks for that, after the call itself', () => {
  const code = `from farm.models import Model
model = Model(machine="g5.xlarge", where="eu")
model.deploy(where=None)
`
  expect(factsOf(code, 'machine', 'machine|^machine', '^where')).toEqual(['absent', 'g5.xlarge', 'eu'])
})

it('finds a class that rents by itself, only where it asks for what is rented', () => {
  const code = `from farm.jobs import Job
Job(gpus=0)
Job(gpus=2)
Job()
`
  expect(blocksIn(code).map(({ location }) => code.slice(...location.span))).toEqual(['Job(gpus=2)'])
})

it('leaves out what runs on the machine of the user', () => {
  const code = `import farm
farm.Model().deploy(machine="local")
`
  expect(blocksIn(code)).toEqual([])
})

it('takes the member of an enumeration, a parameter of a pipeline and an object for what they stand for', () => {
  const enumeration = `import farm
farm.Model().deploy(machine=farm.types.Gpu.T4.value)
`
  const setting = `import farm
kind = farm.Setting(name="kind", default="p4d")
farm.Model().deploy(machine=kind)
`
  const made = `import farm
farm.Model().deploy(machine=farm.Card(count=4), spare=farm.Card(size="80GB"))
`
  expect(factsOf(enumeration, 'machine')).toEqual(['T4'])
  expect(factsOf(setting, 'machine')).toEqual(['p4d'])
  expect(blocksIn(setting)[0]!.fact('machine').is).toBe('assumed')
  expect(factsOf(made, 'machine', 'spare')).toEqual(['A100:4', 'A100-80GB'])
})

it('finds it on something handed in by arguments nothing else has, and not in a test', () => {
  const code = `def serve(model):
    model.deploy(machine="m5.large", replicas=1)
    model.deploy(machine="m5.large")
`
  expect(blocksIn(code).length).toBe(1)
  expect(findRented(fileDocument('tests/test_serve.py', 'python', code), lower(code, 'a.py'), [sdk])).toEqual([])
})

it('reads records in a list, and the names in a record', () => {
  const code = `import farm
farm.Model().deploy(groups=[{"machine": "a", "many": 1}, {"machine": "b"}], cards={"V100": 8})
`
  const [block] = blocksIn(code)
  const value = (fact: object | undefined) => (fact && 'value' in fact ? fact.value : undefined)
  expect(block!.nested('groups').map((group) => value(group.fact('machine')))).toEqual(['a', 'b'])
  const cards = block!.list('cards')
  expect(cards.is === 'known' ? cards.value.map(value) : []).toEqual(['V100'])
  expect(value(block!.fact('cards.V100'))).toBe(8)
})

it('finds what uses the machine it runs on only where that is like what is asked for, whatever it may be', () => {
  const code = `import farm
model = farm.Model()
model.load(device="cuda:0")
model.load(device="cuda" if there else "cpu")
model.load(device=anything)
model.load()
`
  expect(blocksIn(code).map(({ location }) => code.slice(...location.span))).toEqual(['model.load(device="cuda:0")'])
})

it('leaves that out in a file that says what it runs on', () => {
  const code = `import farm
model = farm.Model()
model.run(gpu="A100")
model.load(device="cuda")
`
  expect(blocksIn(code).map(({ type }) => type)).toEqual(['farm.run'])
})

it('tells each what else of a type the document rents, with the keys they have', () => {
  const code = `import farm
farm.Model().deploy(machine="a")
farm.Job(gpus=1)
farm.Model().deploy(machine="b")
`
  const [first, job] = blocksIn(code)
  expect(job!.ofType('farm.deploy').map(({ key }) => key)).toEqual(['farm.deploy', 'farm.deploy#2'])
  expect(first!.ofType('farm.job')).toEqual([job])
})
