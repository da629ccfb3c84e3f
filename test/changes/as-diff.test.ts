import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runDiff } from '../../cli/commands/diff.ts'
import type { DiffDocument } from '../../core/report/schema.ts'
import { createSession } from '../../core/session.ts'
import { book, exact, repository } from '../../extension/worker/base/repository.fixture.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { listener } from '../cli/folder.ts'

const engine = { registry, prices: book, tokens: async () => exact, createSession }

const python = (model: string, name = 'ask', max = 100) => `from openai import OpenAI
client = OpenAI()
def ${name}():
    client.chat.completions.create(model=${model}, max_tokens=${max}, messages=[{"role": "user", "content": "hi"}])
`

const root = (type: string) => `provider "aws" {
  region = "us-east-1"
}
variable "size" {
  default = 100
}
module "web" {
  source = "../modules/web"
  type   = "${type}"
}
`

const volume = (name: string, size: string) => `resource "aws_ebs_volume" "${name}" {
  availability_zone = "us-east-1a"
  type = "gp3"
  size = ${size}
}
`

const files = {
  'outlay.json': '{ "volume": { "volume.py": 1000 } }',
  'app.py': `from names import MODEL\n${python('MODEL')}`,
  'names.py': 'MODEL = "gpt-4o-mini"\n',
  'volume.py': python('"gpt-4o"'),
  'same.py': python('"gpt-4o"'),
  'gone.py': python('"gpt-4.1"'),
  'old_name.py': python('"gpt-4.1-mini"', 'summarise', 300),
  'unknown.py': python('choose()'),
  'infra/main.tf': `${root('t3.micro')}${volume('data', 'var.size')}${volume('moved', '10')}`,
  'infra/prod.tfvars': 'size = 100\n',
  'infra/outlay.json': '{ "terraform": { "varFiles": ["prod.tfvars"] } }',
  'modules/web/main.tf':
    'variable "type" {}\nresource "aws_instance" "this" {\n  ami = "ami-1"\n  instance_type = var.type\n}\n',
  'apart/main.tf': `provider "aws" {\n  region = "eu-west-1"\n}\n${volume('apart', '50')}`,
}

test('the Changes view tells what `outlay diff` tells: the same changes, the same figures', async () => {
  const { root: folder, git, write, choose, changes, name } = repository(files)
  git('mv', 'old_name.py', 'new_name.py')
  git('rm', '--quiet', 'gone.py')
  write('outlay.json', '{ "volume": { "volume.py": 5000 } }')
  write('names.py', 'MODEL = "gpt-4o"\n')
  write('unknown.py', python('choose()', 'ask', 500))
  write('fresh.py', python('"gpt-4o"', 'fresh'))
  write('infra/main.tf', `${root('t3.large')}${volume('data', 'var.size')}`)
  write('infra/volumes.tf', volume('moved', '10'))
  write('infra/prod.tfvars', 'size = 400\n')

  const { out, printed } = listener()
  expect(await runDiff({ cwd: folder, base: 'HEAD', format: 'json' }, engine, out)).toBe(0)
  const document = JSON.parse(printed()) as DiffDocument
  const told = document.changes
    .map(({ change, key, before, after, because, delta }) => ({
      change,
      file: (after ?? before)!.file,
      key,
      because,
      delta: { per: delta.per, usd: delta.usd ?? undefined },
    }))
    .map(({ because, ...each }) => ({ ...each, because: because.map(({ what, from, to }) => [what, from, to]) }))

  choose({ is: 'head' })
  const seen = await changes(({ files: all }) => all.length > 0)
  const shown = seen.files.flatMap(({ file, change }) =>
    change.sites.map(({ change: kind, key, because, delta }) => ({
      change: kind,
      file: name(file),
      key,
      delta,
      because: because.map(({ what, from, to }) => [what, from ?? null, to ?? null]),
    })),
  )
  const byPlace = (a: { file: string; key: string }, b: { file: string; key: string }) =>
    `${a.file} ${a.key}`.localeCompare(`${b.file} ${b.key}`)
  expect(shown.sort(byPlace)).toEqual(told.sort(byPlace))
  expect(told.map(({ change }) => change)).toEqual(expect.arrayContaining(['added', 'removed', 'changed', 'moved']))
  expect(readFileSync(join(folder, 'same.py'), 'utf8')).toBe(files['same.py'])
})
