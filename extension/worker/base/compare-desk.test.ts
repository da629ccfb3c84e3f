import { expect, it } from 'vitest'
import { signedAmount, sinceLabel } from '../../../core/report/since.ts'
import { printDifference } from '../../../core/report/total.ts'
import type { FileChange } from '../../protocol.ts'
import { repository } from './repository.fixture.ts'

const machine = (type: string, name = 'web') => `provider "aws" {
  region = "us-east-1"
}
resource "aws_instance" "${name}" {
  ami           = "ami-1"
  instance_type = "${type}"
}
`

const told = (change: FileChange) =>
  change.sites.map((each) => `${each.change} ${each.key} ${signedAmount(each.delta.usd, each.delta.per)}`)

const both = `${machine('t3.micro')}resource "aws_instance" "old" {
  ami           = "ami-1"
  instance_type = "t3.nano"
}
`

it('tells a changed, a new and a removed resource apart, and what they come to', async () => {
  const { choose, compare, put, change, changeWhere } = repository({
    'main.tf': both,
  })
  choose({ is: 'head' })
  put(
    'main.tf',
    `${machine('t3.large')}resource "aws_ebs_volume" "data" {\n  availability_zone = "us-east-1a"\n  size = 100\n  type = "gp3"\n}\n`,
  )
  compare('main.tf')
  const first = await change('main.tf')
  expect(told(first).sort()).toEqual([
    'added aws_ebs_volume.data +$8.00/mo',
    'changed aws_instance.web +$53.14/mo',
    expect.stringMatching(/^removed aws_instance\.old -\$/),
  ])
  expect(first.sites.map((each) => sinceLabel([each], first.base))).toContain('new since HEAD')
  put('main.tf', both)
  const back = await changeWhere('main.tf', ({ sites }) => sites.length === 0)
  expect(printDifference(back.total)).toBeUndefined()
})

const modules = {
  'infra/main.tf': `provider "aws" {\n  region = "us-east-1"\n}\nmodule "web" {\n  source = "../modules/web"\n  type   = "t3.micro"\n}\n`,
  'modules/web/main.tf': `variable "type" {}\nresource "aws_instance" "this" {\n  ami = "ami-1"\n  instance_type = var.type\n}\n`,
}

it('compares a module with what its callers made of it then, and says on their line what it comes to', async () => {
  const { choose, compare, put, change } = repository(modules)
  choose({ is: 'head' })
  put('infra/main.tf', modules['infra/main.tf'].replace('t3.micro', 't3.large'))
  put('modules/web/main.tf', modules['modules/web/main.tf'])
  compare('infra/main.tf', 'modules/web/main.tf')
  const root = await change('infra/main.tf')
  expect(root.sites).toEqual([])
  expect(Object.entries(root.modules).map(([address, difference]) => [address, printDifference(difference)])).toEqual([
    ['module.web', '+$53.14/mo'],
  ])
  const module = await change('modules/web/main.tf')
  expect(module.sites.map(({ key, because }) => [key, because])).toEqual([
    ['module.web.aws_instance.this', [{ what: 'instanceType', from: 't3.micro', to: 't3.large' }]],
  ])
})

const call = (model: string) => `from openai import OpenAI
client = OpenAI()
def ask():
    client.chat.completions.create(model=${model}, max_tokens=100, messages=[{"role": "user", "content": "hi"}])
`

it('reads what a file imports as it was at the base', async () => {
  const { choose, compare, put, write, changeWhere } = repository({
    'app.py': `from names import MODEL\n${call('MODEL')}`,
    'names.py': 'MODEL = "gpt-4o-mini"\n',
  })
  choose({ is: 'head' })
  write('names.py', 'MODEL = "gpt-4o"\n')
  put('app.py', `from names import MODEL\n${call('MODEL')}`)
  compare('app.py')
  const { sites } = await changeWhere('app.py', (change) => change.sites.length > 0)
  expect(sites.map(({ because }) => because)).toEqual([[{ what: 'model', from: 'gpt-4o-mini', to: 'gpt-4o' }]])
})

it('compares with where a branch left main, and again when that moves', async () => {
  const { git, write, commit, choose, compare, put, changeWhere, change } = repository({
    'app.py': call('"gpt-4o-mini"'),
  })
  git('checkout', '--quiet', '-b', 'feature')
  write('app.py', call('"gpt-4o"'))
  commit('dearer')
  choose({ is: 'merge-base' })
  put('app.py', call('"gpt-4o"'))
  compare('app.py')
  const since = await change('app.py')
  expect([since.base, since.sites.length]).toEqual(['main', 1])
  choose({ is: 'head' })
  compare('app.py')
  expect(await changeWhere('app.py', ({ base }) => base === 'HEAD')).toMatchObject({ sites: [] })
})

it('says nothing of a file in no repository, nor of a base that is not there', async () => {
  const { choose, compare, put, changes } = repository({ 'app.py': call('"gpt-4o"') })
  choose({ is: 'ref', ref: 'no-such-tag' })
  put('app.py', call('"gpt-4o-mini"'))
  compare('app.py')
  expect(await changes(({ why }) => why !== undefined)).toMatchObject({ why: 'no-commit', files: [] })
})

it('finds what changed in files nobody has open: moved, removed, imported and called', async () => {
  const { git, write, choose, changes, name } = repository({
    ...modules,
    'gone.py': call('"gpt-4o"'),
    'old_name.py': call('"gpt-4.1"'),
    'app.py': `from names import MODEL\n${call('MODEL')}`,
    'names.py': 'MODEL = "gpt-4o-mini"\n',
  })
  choose({ is: 'head' })
  git('mv', 'old_name.py', 'new_name.py')
  git('rm', '--quiet', 'gone.py')
  write('names.py', 'MODEL = "gpt-4o"\n')
  write('infra/main.tf', modules['infra/main.tf'].replace('t3.micro', 't3.large'))
  const { files, bases } = await changes(({ files: all }) => all.length === 4)
  expect(bases.map(({ name: base }) => base)).toEqual(['HEAD'])
  expect(
    files.map(({ file, change }) => [
      name(file),
      change.sites.map((each) => `${each.change} ${each.because.map(({ what }) => what).join()}`),
    ]),
  ).toEqual([
    ['app.py', ['changed model']],
    ['gone.py', ['removed ']],
    ['modules/web/main.tf', ['changed instanceType']],
    ['new_name.py', ['moved file']],
  ])
})

it('compares each folder of a workspace with its own repository, and says which have none', async () => {
  const { git, write, choose, changes, name, root } = repository({
    'app.py': call('"gpt-4o-mini"'),
    '.gitignore': 'web\nnew\n',
  })
  for (const folder of ['web', 'new']) git('init', '--quiet', '--initial-branch=main', folder)
  write('web/page.py', call('"gpt-4.1-mini"'))
  git('-C', 'web', 'add', '--all')
  git('-C', 'web', 'commit', '--quiet', '--message', 'first')
  write('app.py', call('"gpt-4o"'))
  write('web/page.py', call('"gpt-4.1"'))
  choose({ is: 'head' }, 'web', 'new')
  const { bases, files, without, why } = await changes(({ files: all }) => all.length === 2)
  const [own, other] = [git('rev-parse', 'HEAD').trim(), git('-C', 'web', 'rev-parse', 'HEAD').trim()]
  expect(bases).toEqual([
    { root, name: 'HEAD', commit: own },
    { root: `${root}/web`, name: 'HEAD', commit: other },
  ])
  expect(files.map(({ file, commit }) => [name(file), commit])).toEqual([
    ['app.py', own],
    ['web/page.py', other],
  ])
  expect([without.map(name), why]).toEqual([['new'], undefined])
})

const cells = (model: string) => [
  { code: false, text: '# An evaluation' },
  { code: true, text: 'from openai import OpenAI\nclient = OpenAI()' },
  {
    code: true,
    text: `client.chat.completions.create(model="${model}", max_tokens=100, messages=[{"role": "user", "content": "hi"}])`,
  },
]

const notebook = (model: string) =>
  JSON.stringify({
    cells: cells(model).map(({ code: isCode, text }) => ({
      cell_type: isCode ? 'code' : 'markdown',
      metadata: {},
      source: [text],
      ...(isCode ? { outputs: [], execution_count: null } : {}),
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  })

it('compares the cells of a notebook with those that were committed', async () => {
  const { choose, compare, putCells, change, changeWhere } = repository({ 'a.ipynb': notebook('gpt-4o-mini') })
  choose({ is: 'head' })
  putCells('a.ipynb', cells('gpt-4o'))
  compare('a.ipynb')
  const { sites } = await change('a.ipynb')
  expect(sites.map(({ change: kind, cell, because }) => [kind, cell, because])).toEqual([
    ['changed', 2, [{ what: 'model', from: 'gpt-4o-mini', to: 'gpt-4o' }]],
  ])
  putCells('a.ipynb', cells('gpt-4o-mini'))
  expect(await changeWhere('a.ipynb', (each) => each.sites.length === 0)).toMatchObject({ sites: [] })
})
