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
