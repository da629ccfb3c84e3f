import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadPriceBook } from '../../../cli/price-book.ts'
import { signedAmount, sinceLabel } from '../../../core/report/since.ts'
import { printDifference } from '../../../core/report/total.ts'
import { estimator } from '../../../core/tokens/estimator.ts'
import { registry } from '../../../language-rules/registry.gen.ts'
import type { Base, Changes, FileChange, FromWorker } from '../../protocol.ts'
import { createDesk } from '../desk.ts'
import { disk } from '../disk.ts'
import { createGit } from './git.ts'

const book = loadPriceBook(undefined, '2026-11-22')
const exact = { ...estimator, exact: true }

/** A desk over a repository whose first commit has these files. */
function repository(files: Readonly<Record<string, string>>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-base-'))).replaceAll('\\', '/')
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'core.autocrlf=false', ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const commit = (message: string) => {
    git('add', '--all')
    git('commit', '--quiet', '--message', message)
  }
  git('init', '--quiet', '--initial-branch=main')
  for (const [name, text] of Object.entries(files)) write(name, text)
  commit('first')

  const posted: FromWorker[] = []
  const steps: (() => void)[] = []
  const texts = new Map<string, string>()
  const versions = new Map<string, number>()
  const { receive } = createDesk({
    registry,
    prices: book,
    tokens: exact,
    exactTokens: async () => exact,
    post: (message) => posted.push(message),
    ask: async ({ is }) =>
      is === 'find-terraform'
        ? git('ls-files', '--cached', '--others', '*.tf')
            .trim()
            .split('\n')
            .map((name) => `${root}/${name}`)
        : undefined,
    disk,
    env: (name) => process.env[name],
    git: createGit(() => 'git'),
    useGit: () => undefined,
    later: (step) => steps.push(step),
  })
  const until = async <T>(look: () => T | undefined): Promise<T> => {
    for (;;) {
      const seen = look()
      if (seen !== undefined) return seen
      steps.shift()?.()
      await new Promise((go) => setImmediate(go))
    }
  }
  /** Undefined while the last result has no comparison with it. */
  const changeOf = (file: string): FileChange | undefined => {
    for (const message of posted.toReversed()) {
      if (message.is !== 'result' && message.is !== 'compared') continue
      if (message.file !== `${root}/${file}`) continue
      return message.version === versions.get(file) ? message.change : undefined
    }
    return undefined
  }
  const put = (file: string, text: string) => {
    const version = (versions.get(file) ?? 0) + 1
    versions.set(file, version)
    texts.set(file, text)
    receive({ is: 'open', file: `${root}/${file}`, version, text })
  }
  return {
    git,
    write,
    commit,
    put,
    choose: (base: Base) => receive({ is: 'choose-base', base, git: undefined, folders: [root] }),
    compare: (...names: string[]) => receive({ is: 'compare', files: names.map((name) => `${root}/${name}`) }),
    change: (file: string) => until(() => changeOf(file)),
    /** Waits for a state of the change. */
    changeWhere: (file: string, isIt: (change: FileChange) => boolean) =>
      until(() => {
        const change = changeOf(file)
        return change && isIt(change) ? change : undefined
      }),
    async changes(isIt: (changes: Changes) => boolean = () => true) {
      receive({ is: 'watch-changes', on: true })
      return until(() =>
        posted.flatMap((each) => (each.is === 'changes' && isIt(each.changes) ? [each.changes] : [])).at(-1),
      )
    },
    name: (file: string) => file.slice(root.length + 1),
  }
}

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
  const { files, base } = await changes(({ files: all }) => all.length === 4)
  expect(base?.name).toBe('HEAD')
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
