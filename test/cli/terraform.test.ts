import { expect, test } from 'vitest'
import { runScan, type ScanCommand } from '../../cli/commands/scan.ts'
import { loadEngine } from '../../cli/engine.ts'
import type { ScanDocument } from '../../core/report/schema.ts'
import { folderWith, listener } from './folder.ts'

const engine = await loadEngine()

async function scan(cwd: string, more: Partial<ScanCommand> = {}): Promise<ScanDocument> {
  const { out, printed } = listener()
  const command: ScanCommand = { cwd, paths: [], format: 'json', fix: false, showSuppressed: false, failOn: 'never' }
  await runScan({ ...command, ...more }, engine, out)
  return JSON.parse(printed()) as ScanDocument
}

/** Where, what, and the likely month, to the cent. */
const seen = ({ sites }: ScanDocument) =>
  sites.map((site) => `${site.file} ${site.key} ${site.estimate.usd?.likely.toFixed(2) ?? site.status}`)

const volume = (size: string) => `resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = ${size}\n}\n`
const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n'

test('a folder that a module call points to is no root: it is counted once for each caller, 100 × $0.08 and 10 × $0.08', async () => {
  const call = (size: number) => `${provider}module "data" {\n  source = "../../modules/data"\n  size   = ${size}\n}\n`
  const root = folderWith({
    'envs/dev/main.tf': call(10),
    'envs/prod/main.tf': call(100),
    'modules/data/main.tf': `variable "size" {}\n${volume('var.size')}`,
  })
  const document = await scan(root)
  expect(seen(document)).toEqual([
    'modules/data/main.tf module.data.aws_ebs_volume.a @ envs/dev 0.80',
    'modules/data/main.tf module.data.aws_ebs_volume.a @ envs/prod 8.00',
  ])
  expect(document.inputs.map(({ root }) => root)).toEqual(['envs/dev', 'envs/prod'])
  expect(document.sites.map(({ input }) => input)).toEqual([0, 1])
  expect(document.totals.perMonth?.likely).toBeCloseTo(8.8)
})

test('a module beside the scanned folder is read too, and not complained of', async () => {
  const root = folderWith({
    'envs/prod/main.tf': `${provider}module "data" {\n  source = "../../modules/data"\n}\n`,
    'modules/data/main.tf': volume('50').replace('gp3', 'gp2'),
  })
  const document = await scan(root, { paths: ['envs/prod'] })
  expect(seen(document)).toEqual(['../../modules/data/main.tf module.data.aws_ebs_volume.a 5.00'])
  expect(document.findings).toEqual([])
})

test('each instance of a module is a site, though they are alike, and one message says how many a fix changes', async () => {
  const volumes = volume('100').replace('gp3', 'gp2').replace('"a" {', '"a" {\n  count = var.n')
  const document = await scan(
    folderWith({
      'main.tf': `${provider}module "data" {\n  source   = "./data"\n  for_each = { a = 4, b = 0, c = 4 }\n  n        = each.value\n}\n`,
      'data/main.tf': `variable "n" {}\n${volumes}`,
    }),
  )
  expect(document.sites.map(({ key, status, estimate }) => [key, status, estimate.usd?.likely])).toEqual([
    ['module.data["a"].aws_ebs_volume.a', 'priced', 40],
    ['module.data["b"].aws_ebs_volume.a', 'free', undefined],
    ['module.data["c"].aws_ebs_volume.a', 'priced', 40],
  ])
  const [finding, ...others] = document.findings
  expect(others).toEqual([])
  expect(finding?.message).toMatch(/ The same holds for 1 more instance of the module\.$/)
  // 8 × 100 GB × ($0.10 − $0.08)
  expect(finding?.saves?.usd.likely).toBeCloseTo(16)
  expect(finding?.fixes).toHaveLength(1)
})

test('variable files come from the command line or from outlay.json, and are told', async () => {
  const root = folderWith({
    'app/main.tf': `${provider}variable "size" {}\n${volume('var.size')}`,
    'app/terraform.tfvars': 'size = 10\n',
    'vars/prod.tfvars': 'size = 100\n',
    'outlay.json': '{ "terraform": { "varFiles": ["vars/prod.tfvars"], "workspace": "prod" } }',
    'big.tfvars': 'size = 1000\n',
  })
  const configured = await scan(root)
  expect(seen(configured)).toEqual(['app/main.tf aws_ebs_volume.a 8.00'])
  expect(configured.inputs).toEqual([
    { root: 'app', varFiles: ['app/terraform.tfvars', 'vars/prod.tfvars'], workspace: 'prod', plan: null },
  ])
  const given = await scan(root, { varFile: ['big.tfvars'], workspace: 'dev' })
  expect(seen(given)).toEqual(['app/main.tf aws_ebs_volume.a 80.00'])
  expect(given.inputs).toEqual([
    { root: 'app', varFiles: ['app/terraform.tfvars', 'big.tfvars'], workspace: 'dev', plan: null },
  ])
})

test('a configured variable file that is not there is a problem, and the rest is read', async () => {
  const root = folderWith({
    'main.tf': `${provider}${volume('10')}`,
    'outlay.json': '{ "terraform": { "varFiles": ["gone.tfvars"] } }',
  })
  const document = await scan(root)
  expect(seen(document)).toEqual(['main.tf aws_ebs_volume.a 0.80'])
  expect(document.problems).toEqual([
    { file: 'main.tf', message: 'There is no variable file gone.tfvars: its variables are not set.' },
  ])
})

const planOf = (resources: readonly object[], more: object = {}) =>
  JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } }, ...more })

const planned = (address: string, values: object) => {
  const [type, name] = address.replace(/\[.*/, '').split('.')
  return { address, mode: 'managed', type, name, values }
}

test('a plan wins over the source: what is written and not planned is not there, 40 GiB × $0.08 each', async () => {
  const root = folderWith({
    'main.tf': `${provider}resource "aws_ebs_volume" "a" {\n  count = var.n\n  type  = "gp3"\n  size  = var.size\n}\n${volume('5').replace('"a"', '"gone"')}`,
    'plan.json': planOf([
      planned('aws_ebs_volume.a[0]', { availability_zone: 'us-east-1a', size: 40, type: 'gp3' }),
      planned('aws_ebs_volume.a[1]', { availability_zone: 'us-east-1b', size: 40, type: 'gp3' }),
      planned('aws_ebs_volume.elsewhere', { availability_zone: 'us-east-1b', size: 10, type: 'gp2' }),
    ]),
  })
  const document = await scan(root, { plan: 'plan.json' })
  expect(seen(document)).toEqual(['main.tf aws_ebs_volume.a 6.40', 'plan.json aws_ebs_volume.elsewhere 1.00'])
  expect(document.inputs).toEqual([{ root: '.', varFiles: [], workspace: null, plan: 'plan.json' }])
  expect(document.problems).toEqual([])
})

test('a plan alone is read too, also as PowerShell writes it', async () => {
  const text = planOf([planned('aws_ebs_volume.a', { availability_zone: 'us-east-1a', size: 40, type: 'gp3' })])
  const root = folderWith({ 'plan.json': Buffer.from(`\uFEFF${text}`, 'utf16le') })
  const document = await scan(root, { plan: 'plan.json' })
  expect(seen(document)).toEqual(['plan.json aws_ebs_volume.a 3.20'])
})

test('outlay.json names a plan; what is no plan is told, and the source is read', async () => {
  const files = {
    'app/main.tf': `${provider}${volume('10')}`,
    'outlay.json': '{ "terraform": { "plan": "plans/app.json" } }',
  }
  const text = planOf([planned('aws_ebs_volume.a', { availability_zone: 'us-east-1a', size: 40, type: 'gp3' })])
  const good = await scan(folderWith({ ...files, 'plans/app.json': text }))
  expect(seen(good)).toEqual(['app/main.tf aws_ebs_volume.a 3.20'])
  const bad = await scan(folderWith({ ...files, 'plans/app.json': '{' }))
  expect(seen(bad)).toEqual(['app/main.tf aws_ebs_volume.a 0.80'])
  expect(bad.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'app/main.tf: plans/app.json: This is not JSON. Write the plan with `terraform show -json <plan file> > plan.json`.',
  ])
  const none = await scan(folderWith(files))
  expect(none.problems.map(({ message }) => message)).toEqual([
    'There is no plan ../plans/app.json: the source is read.',
  ])
})

test('a module call tells what its resources come to; in a module with two callers, from the one to the other', async () => {
  const call = (name: string, size: number) => `module "${name}" {\n  source = "./data"\n  size   = ${size}\n}\n`
  const root = folderWith({
    'main.tf': `${provider}${call('small', 10)}${call('big', 100)}module "gone" {\n  source = "./gone"\n}\n`,
    'data/main.tf': `variable "size" {}\nmodule "inner" {\n  source = "../inner"\n  size   = var.size\n}\n${volume('var.size')}`,
    'inner/main.tf': `variable "size" {}\n${volume('var.size * 2')}`,
  })
  const { modules } = await scan(root)
  const shown = modules.map(({ file, line, address, perMonth, resources, callers, why }) => [
    `${file}:${line} ${address}`,
    perMonth && [perMonth.low, perMonth.high].map((usd) => usd.toFixed(2)).join('–'),
    resources,
    callers,
    why,
  ])
  expect(shown).toEqual([
    ['data/main.tf:2 module.small.module.inner', '1.60–16.00', 1, 2, null],
    ['main.tf:4 module.small', '2.40–2.40', 2, 1, null],
    ['main.tf:8 module.big', '24.00–24.00', 2, 1, null],
    ['main.tf:12 module.gone', null, 0, 1, 'missing-module'],
  ])
})

test('as many volumes as there are files of that name, in the folder and below it', async () => {
  const volumes = (pattern: string) =>
    volume('10').replace('"a" {', `"a" {\n  for_each = fileset("\${path.module}/disks", "${pattern}")`)
  const files = { 'disks/a.json': '', 'disks/b.json': '', 'disks/old/c.json': '', 'disks/notes.md': '' }
  const scanned = (pattern: string) => scan(folderWith({ ...files, 'main.tf': provider + volumes(pattern) }))
  expect(seen(await scanned('*.json'))).toEqual(['main.tf aws_ebs_volume.a 1.60'])
  expect(seen(await scanned('**/*.json'))).toEqual(['main.tf aws_ebs_volume.a 2.40'])
})

test('free tiers are taken off by the config or the flag, the flag winning, and the report says so', async () => {
  // 10 of 12 alarms are free: 2 × $0.10, not 12 × $0.10
  const alarms = `${provider}resource "aws_cloudwatch_metric_alarm" "a" {\n  count  = 12\n  period = 60\n}\n`
  const off = folderWith({ 'main.tf': alarms })
  const on = folderWith({ 'main.tf': alarms, 'outlay.json': '{ "freeTiers": true }' })
  const month = async (root: string, more: Partial<ScanCommand> = {}) =>
    (await scan(root, more)).totals.perMonth?.likely.toFixed(2)
  expect(await month(off)).toBe('1.20')
  expect(await month(off, { freeTiers: true })).toBe('0.20')
  expect(await month(on)).toBe('0.20')
  expect(await month(on, { freeTiers: false })).toBe('1.20')
  const [line] = (await scan(on)).sites[0]!.estimate.lines
  expect(line).toMatchObject({ quantity: { likely: 2 }, free: { used: { likely: 12 } } })
  const text = async (format: 'text' | 'markdown') => {
    const { out, printed } = listener()
    await runScan({ cwd: on, paths: [], format, fix: false, showSuppressed: false, failOn: 'never' }, engine, out)
    return printed()
  }
  expect(await text('text')).toContain('Alarm metrics: 12 used, 2 to pay')
  for (const format of ['text', 'markdown'] as const)
    expect(await text(format)).toContain('Free tiers are taken off, each once for a root')
})
