import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDesk } from './desk.fixture.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outlay-outdated-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Scans the files, which lie on disk. */
async function scanned(files: Readonly<Record<string, string>>) {
  const desk = openDesk()
  const path = (name: string) => join(folder, name)
  const write = (name: string, text: string) => writeFileSync(path(name), text)
  for (const [name, text] of Object.entries(files)) write(name, text)
  desk.receive({ is: 'scan', id: 1, files: Object.keys(files).map(path), isAll: true })
  await vi.waitUntil(() => desk.posted.some(({ is }) => is === 'scanned'), 20_000)
  const outdated = () => desk.posted.flatMap((message) => (message.is === 'outdated' ? message.files : []))
  return { ...desk, path, write, outdated }
}

const ask = 'from settings import MODEL\nimport openai\nopenai.responses.create(model=MODEL, input="Hi")\n'

it('tells which scanned files a change on disk leads to, and not those it does not', async () => {
  const { receive, path, write, outdated } = await scanned({
    'settings.py': 'MODEL = "gpt-4o"\n',
    'ask.py': ask,
    'other.py': 'import openai\nopenai.responses.create(model="gpt-4o", input="Hi")\n',
    'nothing.py': 'from settings import MODEL\nprint(MODEL)\n',
  })
  write('settings.py', 'MODEL = "gpt-4o-mini"\n')
  receive({ is: 'changed', uris: [path('settings.py')] })
  await vi.waitUntil(() => outdated().length > 0, 20_000)
  expect(outdated()).toEqual([path('ask.py')])
})

it('and which an edit leads to, unless they are open, where they are answered', async () => {
  const { receive, path, posted, outdated } = await scanned({
    'variables.tf': 'variable "size" {\n  default = 100\n}\n',
    'disk.tf': 'resource "aws_ebs_volume" "a" {\n  size = var.size\n}\n',
    'open.tf': 'resource "aws_ebs_volume" "b" {\n  size = var.size\n}\n',
  })
  receive({
    is: 'open',
    file: path('open.tf'),
    version: 1,
    text: 'resource "aws_ebs_volume" "b" {\n  size = var.size\n}\n',
  })
  receive({ is: 'open', file: path('variables.tf'), version: 1, text: 'variable "size" {\n  default = 300\n}\n' })
  await vi.waitUntil(() => outdated().length > 0, 20_000)
  expect(new Set(outdated())).toEqual(new Set([path('disk.tf')]))
  await vi.waitUntil(() =>
    posted.some((message) => message.is === 'result' && message.file === path('open.tf') && message.version === 1),
  )
})
