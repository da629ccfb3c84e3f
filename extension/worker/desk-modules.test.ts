import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { noPrices } from '../../core/prices/none.fixture.ts'
import { openDesk } from './desk.fixture.ts'

/** A desk over files on the disk, of which `found` are those that the host lists. */
function desk(files: Readonly<Record<string, string>>, found: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'outlay-desk-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const write = (name: string, text: string) => {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  const steps: (() => void)[] = []
  const asked: string[] = []
  const { posted, receive } = openDesk({
    prices: noPrices,
    ask: async ({ is }) => {
      asked.push(is)
      return is === 'find-terraform' ? found.map((name) => join(root, name)) : undefined
    },
    later: (step) => steps.push(step),
  })
  const until = async (done: () => boolean) => {
    while (!done()) {
      steps.shift()?.()
      await new Promise((go) => setImmediate(go))
    }
  }
  const results = (file: string) =>
    posted.flatMap((message) => (message.is === 'result' && message.file === join(root, file) ? [message.result] : []))
  const addresses = (file: string) =>
    results(file)
      .at(-1)
      ?.sites.map(({ site }) => site.kind === 'resource' && site.address)
  return {
    asked,
    write,
    /** Goes on until the last result of a file has this as its only resource. */
    shows: (file: string, address: string) => until(() => addresses(file)?.join() === address),
    answers: (file: string) => until(() => results(file).length > 0),
    shown: () => new Set(posted.flatMap((message) => (message.is === 'result' ? [relative(root, message.file)] : []))),
    problems: (file: string) => results(file).at(-1)?.problems,
    open: (file: string) => receive({ is: 'open', file: join(root, file), version: 1, text: files[file]! }),
    changed: (file: string) => receive({ is: 'changed', uris: [join(root, file)] }),
  }
}

const web = 'variable "type" {}\nresource "aws_instance" "a" {\n  instance_type = var.type\n}\n'
const calls = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n  type   = "m5.large"\n}\n`

it('reads the modules that an open root calls, and tells a module of its callers', async () => {
  const { open, answers, shows, problems } = desk({ 'app/main.tf': calls('web', '../web'), 'web/main.tf': web }, [])
  open('app/main.tf')
  await answers('app/main.tf')
  expect(problems('app/main.tf')).toEqual([])
  open('web/main.tf')
  await shows('web/main.tf', 'module.web.aws_instance.a')
})

it('finds the callers of a module that is opened by itself, and theirs, and shows nothing of them', async () => {
  const files = {
    'prod/main.tf': calls('app', '../app'),
    'app/main.tf': `variable "type" {}\n${calls('web', '../web')}`,
    'web/main.tf': web,
    'other/main.tf': 'resource "aws_instance" "b" {}\n',
  }
  const { open, shows, shown, asked } = desk(files, Object.keys(files))
  open('web/main.tf')
  await shows('web/main.tf', 'module.app.module.web.aws_instance.a')
  open('other/main.tf')
  await shows('other/main.tf', 'aws_instance.b')
  expect([...shown()]).toEqual(['web/main.tf', 'other/main.tf'])
  expect(asked).toEqual(['find-terraform'])
})

it('a caller that is written later is read as the watcher tells of it', async () => {
  const { open, write, changed, shows } = desk({ 'web/main.tf': web }, ['web/main.tf'])
  open('web/main.tf')
  await shows('web/main.tf', 'aws_instance.a')
  write('late/main.tf', calls('web', '../web'))
  changed('late/main.tf')
  await shows('web/main.tf', 'module.web.aws_instance.a')
})
