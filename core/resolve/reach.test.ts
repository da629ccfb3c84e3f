import { expect, it, vi } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import type { Session } from '../session.ts'

// Small, so that little code is enough to come to them.
vi.mock('./reach-limits.ts', () => ({
  most: 2000,
  mostRead: 6000,
  mostOfFile: 6000,
  few: 300,
  fewest: 50,
  unitsPerExpression: 20,
}))

const client = 'import os\nfrom openai import OpenAI\nclient = OpenAI()\n'
const ask = (model: string) => `client.responses.create(model=${model}, max_output_tokens=5, input="Hi")\n`

/** A function that returns one of so many variables of the environment, some six expressions each, or a model of its own. */
function picks(name: string, ways: number): string {
  const returns = Array.from(
    { length: ways },
    (_, i) => `    if key == ${i}:\n        return os.getenv("${name}${i}")\n`,
  )
  return `def ${name}(key):\n${returns.join('')}    return "gpt-4o"\n`
}

/** Of each call of a file the model, or why it is not known; and what the file says of itself. */
function told(session: Session, file: string) {
  const { sites, problems } = session.analyse(file)
  const models = sites.flatMap(({ site }) => {
    if (site.kind !== 'model-call') return []
    return 'value' in site.model ? [site.model.value] : site.model.is === 'unknown' ? [site.model.why] : [site.model.is]
  })
  return { models, problems: problems.map(({ message }) => message.slice(0, 55)) }
}

const said = 'This file leads through more of the project than Outlay'

/** What is told of files that are worked out in this order. */
async function inOrder(disk: Readonly<Record<string, string>>, files: readonly string[]) {
  const session = sessionOver(disk)
  for (const file of files) {
    session.open(file, disk[file]!)
    await session.settled(file)
  }
  return Object.fromEntries([...files].sort().map((file) => [file, told(session, file)]))
}

it('what leads to more than is followed is unknown, and the file says so; what stands beside it is known', async () => {
  const disk = {
    'few.py': `${client}${picks('pick', 30)}${ask('pick(key)')}${ask('"gpt-4.1"')}`,
    'many.py': `${client}${picks('pick', 400)}${ask('pick(key)')}${ask('"gpt-4.1"')}`,
  }
  expect(await inOrder(disk, ['few.py', 'many.py'])).toEqual({
    'few.py': { models: ['gpt-4o', 'gpt-4.1'], problems: [] },
    'many.py': { models: ['limit', 'gpt-4.1'], problems: [said] },
  })
})

it('the same is cut off whatever was worked out before', async () => {
  const pick = 'def pick(key):\n    return half(key) or rest(key)\n'
  const disk = {
    'big.py': `${client}${picks('half', 200)}${picks('rest', 200)}${pick}${ask('half(1)')}`,
    'both.py': `${client}from big import pick\n${ask('pick(key)')}`,
    'half.py': `${client}from big import half\n${ask('half(key)')}`,
    'rest.py': `${client}from big import rest\n${ask('rest(key)')}`,
  }
  const orders = [
    ['big.py', 'both.py', 'half.py', 'rest.py'],
    ['rest.py', 'half.py', 'both.py', 'big.py'],
    ['both.py', 'big.py', 'rest.py', 'half.py'],
  ]
  for (const order of orders)
    expect(await inOrder(disk, order)).toEqual({
      'big.py': { models: ['gpt-4o'], problems: [] },
      'both.py': { models: ['limit'], problems: [said] },
      'half.py': { models: ['gpt-4o'], problems: [] },
      'rest.py': { models: ['gpt-4o'], problems: [] },
    })
})

it('a call that leads to thousands of calls is cut off, and the next is not, in whatever order they are asked', async () => {
  const level = (at: number) => {
    const calls = Array.from({ length: 40 }, (_, way) => `level${at + 1}(name + "${way}")`)
    return `from level${at + 1} import level${at + 1}\ndef level${at}(name):\n    return max(${calls.join(', ')})\n`
  }
  const levels = [0, 1, 2].map((at) => [`level${at}.py`, level(at)] as const)
  const [deep, plain] = [ask('level0("gpt-4o")'), ask('level3("gpt-4o")')]
  const imports = `${client}from level0 import level0\nfrom level3 import level3\n`
  const disk = {
    ...Object.fromEntries(levels),
    'level3.py': 'def level3(name):\n    return name\n',
    'first.py': imports + deep + plain,
    'last.py': imports + plain + deep,
  }
  const found = await inOrder(disk, ['first.py', 'last.py'])
  expect(found).toEqual(await inOrder(disk, ['last.py', 'first.py']))
  expect(found['first.py']!.models[1]).toBe('gpt-4o')
  expect(found['last.py']!.models).toEqual(found['first.py']!.models.toReversed())
})

it('a file whose calls lead to very much has the rest of them followed a little', async () => {
  const names = Array.from({ length: 16 }, (_, i) => `pick${i}`)
  const text = client + names.map((name) => picks(name, 150)).join('') + picks('little', 10)
  const disk = {
    'app.py': text + names.map((name) => ask(`${name}(key)`)).join('') + ask('little(key)') + ask('"gpt-4.1"'),
  }
  const { models, problems } = (await inOrder(disk, ['app.py']))['app.py']!
  expect(models.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'gpt-4o'))
  expect(models.slice(-4)).toEqual(['limit', 'limit', 'gpt-4o', 'gpt-4.1'])
  expect(problems).toEqual([said])
})

it('while it is edited the same is cut off as when it is read anew', async () => {
  const names = Array.from({ length: 16 }, (_, i) => `pick${i}`)
  const text =
    client + names.map((name) => picks(name, 150)).join('') + names.map((name) => ask(`${name}(key)`)).join('')
  const session = sessionOver({})
  for (const [at, more] of ['', ask('"gpt-4.1"')].entries()) {
    session.open('app.py', text + more, at + 1)
    await session.settled('app.py')
    const anew = sessionOver({})
    anew.open('app.py', text + more, 1)
    await anew.settled('app.py')
    expect(told(session, 'app.py')).toEqual(told(anew, 'app.py'))
  }
})
