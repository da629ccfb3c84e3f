import { expect, it, vi } from 'vitest'
import { openDesk } from './desk.fixture.ts'
import type { Disk } from './files.ts'

const noDisk: Disk = { read: () => undefined, list: () => undefined, isFile: () => false }
const at = 'vscode-vfs://github/acme/shop'

/** A workspace that only the host can read, as on vscode.dev. */
function virtual(files: Record<string, string>) {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${at}/${name}`, text]))
  const { posted, ...desk } = openDesk({
    async ask({ is, uri }) {
      if (is === 'read') return texts.get(uri)
      if (is !== 'list') return [...texts.keys()]
      const inside = [...texts.keys()].filter((file) => file.startsWith(`${uri}/`))
      return inside.map((file) => file.slice(uri.length + 1)).filter((name) => !name.includes('/'))
    },
    disk: noDisk,
    env: () => undefined,
  })
  return {
    open: (name: string) => desk.receive({ is: 'open', file: `${at}/${name}`, version: 1, text: files[name]! }),
    /** A file of a folder that joins the workspace. */
    join: (name: string, text: string) => texts.set(`${at}/${name}`, text),
    openNew: (name: string) =>
      desk.receive({ is: 'open', file: `${at}/${name}`, version: 1, text: texts.get(`${at}/${name}`)! }),
    write(name: string, text: string) {
      texts.set(`${at}/${name}`, text)
      desk.receive({ is: 'changed', uris: [`${at}/${name}`] })
    },
    scan: (names: readonly string[]) =>
      desk.receive({ is: 'scan', id: 1, files: names.map((name) => `${at}/${name}`), isAll: true }),
    /** What the first site of a file costs, as often as that was something else than before. */
    said: (name: string) =>
      posted
        .flatMap((message) =>
          message.is === 'result' && message.file === `${at}/${name}`
            ? [message.result.sites[0]?.estimate.usd?.likely]
            : [],
        )
        .filter((usd, i, all) => i === 0 || usd !== all[i - 1]),
    /** The user stops it as soon as it has an answer. */
    stopAtFirst: () =>
      vi
        .waitUntil(() => posted.some(({ is }) => is === 'result'), { interval: 0 })
        .then(() => desk.receive({ is: 'stop-scan', id: 1 })),
    /** What was said of outlay.json, each time. */
    ofConfig: () => posted.flatMap((message) => (message.is === 'config' ? [message.problems] : [])),
    results: () => posted.filter(({ is }) => is === 'result').length,
    scanned: () => posted.some(({ is }) => is === 'scanned'),
  }
}

const soon = { timeout: 20_000 }

const volume = `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = var.size
  type              = "gp3"
}
`

it('a Terraform root is read whole, and once: 100 GB × $0.08', async () => {
  const { open, said } = virtual({
    'main.tf': volume,
    'variables.tf': 'variable "size" {\n  default = 10\n}\n',
    'terraform.tfvars': 'size = 100\n',
  })
  open('main.tf')
  await vi.waitUntil(() => said('main.tf').length > 0, soon)
  expect(said('main.tf')).toEqual([8])
})

it('a module that is called from elsewhere costs what its caller asks for', async () => {
  const { open, said } = virtual({
    'modules/data/main.tf': `variable "size" {}\n${volume}`,
    'main.tf': 'module "data" {\n  source = "./modules/data"\n  size   = 50\n}\n',
  })
  open('modules/data/main.tf')
  await vi.waitUntil(() => said('modules/data/main.tf').includes(4), soon)
})

const oneImage = 'from openai import OpenAI\nOpenAI().images.generate(model="dall-e-3", prompt="A dog")\n'
const call = `from openai import OpenAI
from settings import MODEL

OpenAI().images.generate(model=MODEL, prompt="a cat", n=1, size="1024x1024", quality="standard")
`

it('a model that stands in another file is found, and followed when that changes', async () => {
  const { open, write, said } = virtual({ 'app/main.py': call, 'app/settings.py': 'MODEL = "dall-e-3"\n' })
  open('app/main.py')
  await vi.waitUntil(() => said('app/main.py').length > 0, soon)
  expect(said('app/main.py')).toEqual([0.04])
  write('app/settings.py', 'MODEL = "dall-e-2"\n')
  await vi.waitUntil(() => said('app/main.py').length > 1, soon)
  expect(said('app/main.py')).toEqual([0.04, 0.02])
})

it('outlay.json decides there, too: the call is off, and nothing else was said before', async () => {
  const { open, said } = virtual({
    'app/main.py': call,
    'app/settings.py': 'MODEL = "dall-e-3"\n',
    'outlay.json': '{ "ignore": ["app/**"] }',
  })
  open('app/main.py')
  await vi.waitUntil(() => said('app/main.py').length > 0, soon)
  expect(said('app/main.py')).toEqual([undefined])
})

it('a scan finds the same', async () => {
  const { scan, said, scanned } = virtual({ 'app/main.py': call, 'app/settings.py': 'MODEL = "dall-e-3"\n' })
  scan(['app/settings.py', 'app/main.py'])
  await vi.waitUntil(scanned, soon)
  expect(said('app/main.py')).toEqual([0.04])
})

it('a scan that is stopped keeps what it found, and looks at no more', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `app/${i}.py`)
  const { scan, stopAtFirst, results, scanned } = virtual(Object.fromEntries(names.map((name) => [name, oneImage])))
  scan(names)
  await stopAtFirst()
  await vi.waitUntil(scanned, soon)
  expect(results()).toBeGreaterThan(0)
  expect(results()).toBeLessThan(names.length)
})

it('a folder that joins the workspace later is known, too', async () => {
  const { open, openNew, join, said } = virtual({ 'a.py': 'print()\n' })
  open('a.py')
  await vi.waitUntil(() => said('a.py').length > 0, soon)
  join('later/main.py', call)
  join('later/settings.py', 'MODEL = "dall-e-3"\n')
  openNew('later/main.py')
  await vi.waitUntil(() => said('later/main.py').length > 0, soon)
  expect(said('later/main.py')).toEqual([0.04])
})

const budgeted = (above = '') => ({
  'outlay.json': '{\n  "rules": { "over-budget": ["warning", { "project": 5 }] }\n}\n',
  'a/main.tf': volume.replace('var.size', '100').replace('resource', `${above}resource`),
  'b/main.tf': volume.replace('var.size', '10'),
})

it('a project over its budget is said at the budget in outlay.json, once a scan has read it whole', async () => {
  const { open, said, scan, write, ofConfig } = virtual(budgeted())
  open('a/main.tf')
  await vi.waitUntil(() => said('a/main.tf').length > 0, soon)
  expect(ofConfig(), 'one file is not the project').toEqual([])
  scan(['a/main.tf', 'b/main.tf'])
  await vi.waitUntil(() => ofConfig().length > 0, soon)
  expect(ofConfig()).toEqual([
    [
      {
        message: 'The project costs $8.80 a month, $3.80 over its budget of $5.00. a/main.tf costs most.',
        range: [1, 53, 1, 54],
        rule: 'over-budget',
        severity: 'warning',
      },
    ],
  ])
  write('outlay.json', '{\n  "rules": { "over-budget": ["warning", { "project": 50 }] }\n}\n')
  await vi.waitUntil(() => ofConfig().length > 1, soon)
  expect(ofConfig()[1]).toEqual([])
})

it('the budget at the root is looked at, too, where every folder below has an outlay.json of its own', async () => {
  const { scan, ofConfig } = virtual({ ...budgeted(), 'a/outlay.json': '{}\n', 'b/outlay.json': '{}\n' })
  scan(['a/main.tf', 'b/main.tf'])
  await vi.waitUntil(() => ofConfig().some((told) => told.length > 0), soon)
  expect(ofConfig().flat()).toEqual([
    expect.objectContaining({
      message: 'The project costs $8.80 a month, $3.80 over its budget of $5.00. a/main.tf costs most.',
      rule: 'over-budget',
    }),
  ])
})

it('of two projects in one workspace a keystroke is counted to its own', async () => {
  const files = budgeted()
  const config = files['outlay.json']
  const { open, said, scan, scanned, ofConfig } = virtual({
    'one/outlay.json': config,
    'one/main.tf': files['a/main.tf'],
    'two/outlay.json': config,
    'two/main.tf': files['b/main.tf'],
    'two/more.tf': volume.replace('var.size', '1000').replace('"data"', '"more"'),
  })
  scan(['one/main.tf', 'two/main.tf'])
  await vi.waitUntil(scanned, soon)
  const says = () => ofConfig().flatMap((problems) => problems.map(({ message }) => message))
  expect(says()).toEqual(['The project costs $8.00 a month, $3.00 over its budget of $5.00. main.tf costs most.'])
  open('two/more.tf')
  await vi.waitUntil(() => said('two/more.tf').length > 0 && says().length > 1, soon)
  expect(says()[1]).toBe('The project costs $80.80 a month, $75.80 over its budget of $5.00. more.tf costs most.')
})

it('a comment above what costs most says why it may', async () => {
  const { scan, scanned, ofConfig } = virtual(budgeted('# outlay-ignore-next-line over-budget -- until the launch\n'))
  scan(['a/main.tf', 'b/main.tf'])
  await vi.waitUntil(scanned, soon)
  expect(ofConfig()).toEqual([])
})
