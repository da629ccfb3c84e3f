import { expect, test } from 'vitest'
import { runScan, type ScanCommand } from '../../cli/commands/scan.ts'
import { loadEngine } from '../../cli/engine.ts'
import type { ScanDocument } from '../../core/report/schema.ts'
import { folderWith, listener } from './folder.ts'

const engine = await loadEngine()

async function scan(files: Record<string, string>, more: Partial<ScanCommand> = {}): Promise<ScanDocument> {
  const { out, printed } = listener()
  const cwd = folderWith(files)
  const command: ScanCommand = { cwd, paths: [], format: 'json', fix: false, showSuppressed: false, failOn: 'never' }
  await runScan({ ...command, ...more }, engine, out)
  return JSON.parse(printed()) as ScanDocument
}

/** Where, what, and the likely month, to the cent. */
const seen = ({ sites }: ScanDocument) =>
  sites.map((site) => `${site.file} ${site.key} ${site.estimate.usd?.likely.toFixed(2) ?? site.status}`)

const told = ({ problems }: ScanDocument) => problems.map(({ file, message }) => `${file}: ${message}`)

// A GiB of gp3 is $0.08 a month in us-east-1, and $0.0952 in eu-central-1.
const volume = (size: string) => `resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = ${size}\n}\n`
const module = `variable "size" {}\n${volume('var.size')}output "size" {\n  value = var.size * 2\n}\n`
const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const generate = (region: string) =>
  `generate "provider" {\n  path      = "provider.tf"\n  if_exists = "overwrite"\n  contents  = <<EOF\nprovider "aws" {\n  region = "${region}"\n  allowed_account_ids = ["\${get_aws_account_id()}"]\n}\nEOF\n}\n`
const root = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'
const source = 'terraform {\n  source = "../../modules//data"\n}\n'

test('a live repository: each unit is a root, its module is none, and the region is in what the root file generates', async () => {
  const document = await scan({
    'root.hcl': `locals {\n  env = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n}\n${generate(`\${local.env.locals.region}`)}inputs = merge(local.env.locals, { size = 1 })\n`,
    'prod/env.hcl': 'locals {\n  region = "us-east-1"\n}\n',
    'dev/env.hcl': 'locals {\n  region = "eu-central-1"\n}\n',
    'prod/app/terragrunt.hcl': `${root}${source}inputs = {\n  size = 100\n}\n`,
    'dev/app/terragrunt.hcl': `${root}${source}`,
    'modules/data/main.tf': module,
  })
  expect(seen(document)).toEqual([
    'modules/data/main.tf aws_ebs_volume.a @ dev/app 0.10',
    'modules/data/main.tf aws_ebs_volume.a @ prod/app 8.00',
  ])
  expect(told(document)).toEqual([])
  expect(document.inputs.map((input) => input.root)).toEqual(['dev/app', 'prod/app'])
  expect(document.modules.map(({ file, line, address, perMonth }) => [file, line, address, perMonth?.likely])).toEqual([
    ['dev/app/terragrunt.hcl', 4, 'app', 0.0952],
    ['prod/app/terragrunt.hcl', 4, 'app', 8],
  ])
})

test('a unit alone is read with its module and its parents, also above the scanned folder', async () => {
  const document = await scan(
    {
      'root.hcl': generate('us-east-1'),
      'prod/app/terragrunt.hcl': `${root}${source}inputs = { size = 100 }\n`.replaceAll('\n', '\r\n'),
      'modules/data/main.tf': module.replaceAll('\n', '\r\n'),
    },
    { paths: ['prod/app'] },
  )
  expect(seen(document)).toEqual(['../../modules/data/main.tf aws_ebs_volume.a 8.00'])
  expect(told(document)).toEqual([])
})

test('without a source the files beside terragrunt.hcl are the module; tfvars win over inputs, as files win over the environment', async () => {
  const document = await scan({
    'a/terragrunt.hcl': 'inputs = { size = 100 }\n',
    'a/main.tf': `${provider}${module}`,
    'b/terragrunt.hcl': 'inputs = { size = 100 }\n',
    'b/main.tf': `${provider}${module}`,
    'b/terraform.tfvars': 'size = 10\n',
  })
  expect(seen(document)).toEqual(['a/main.tf aws_ebs_volume.a 8.00', 'b/main.tf aws_ebs_volume.a 0.80'])
})

test('a parent that is called terragrunt.hcl is no unit, and what it says with its functions is of the child', async () => {
  const document = await scan({
    'live/terragrunt.hcl':
      'terraform {\n  source = "${path_relative_from_include()}/../modules/${path_relative_to_include()}"\n}\ninputs = { size = 10 }\n',
    'live/data/terragrunt.hcl': 'include {\n  path = find_in_parent_folders()\n}\ninputs = { size = 100 }\n',
    'modules/data/main.tf': `${provider}${module}`,
  })
  expect(seen(document)).toEqual(['modules/data/main.tf aws_ebs_volume.a 8.00'])
  expect(told(document)).toEqual([])
})

test('a parent beside Terraform files is a unit too', async () => {
  const document = await scan({
    'terragrunt.hcl': 'inputs = { size = 10 }\n',
    'main.tf': `${provider}${module}`,
    'app/terragrunt.hcl': 'include {\n  path = find_in_parent_folders()\n}\n',
    'app/main.tf': `${provider}${module}`,
  })
  expect(seen(document)).toEqual(['app/main.tf aws_ebs_volume.a 0.80', 'main.tf aws_ebs_volume.a 0.80'])
})

test('several includes: the last wins, deep joins maps and lists, no_merge only exposes', async () => {
  const document = await scan({
    'root.hcl': 'inputs = {\n  sizes = { a = 10, b = 20 }\n  list = [1]\n  size = 1\n}\n',
    'region.hcl': 'locals {\n  size = 1000\n}\ninputs = { size = 5000 }\n',
    'last.hcl': 'inputs = { size = 50 }\n',
    'app/terragrunt.hcl': [
      'include "root" {\n  path = find_in_parent_folders("root.hcl")\n  merge_strategy = "deep"\n}',
      'include "last" {\n  path = "../last.hcl"\n}',
      'include "region" {\n  path = "${dirname(find_in_parent_folders("root.hcl"))}/region.hcl"\n  expose = true\n  merge_strategy = "no_merge"\n}',
      'inputs = {\n  sizes = { b = 30 }\n  list = [2, 3]\n  big = include.region.locals.size\n}\n',
    ].join('\n'),
    'app/main.tf': `${provider}variable "sizes" {}\nvariable "size" {}\nvariable "big" {}\nvariable "list" {}\n${[
      ['a', 'var.sizes.a'],
      ['b', 'var.sizes.b'],
      ['last', 'var.size'],
      ['big', 'var.big'],
      ['three', 'length(var.list) * 100'],
    ]
      .map(([name, size]) => volume(size!).replace('"a"', `"${name}"`))
      .join('')}`,
  })
  expect(seen(document).map((each) => each.replace('app/main.tf aws_ebs_volume.', ''))).toEqual([
    'a 0.80',
    'b 2.40',
    'last 4.00',
    'big 80.00',
    'three 24.00',
  ])
})

test('a dependency has what the other unit gives, else its mock outputs, which is told, else it is not known', async () => {
  const unit = (dependency: string) =>
    `${dependency}\nterraform {\n  source = "../modules/data"\n}\ninputs = { size = dependency.other.outputs.size }\n`
  const document = await scan({
    'root.hcl': generate('us-east-1'),
    'a/terragrunt.hcl': 'terraform {\n  source = "../modules/data"\n}\ninputs = { size = 50 }\n',
    'b/terragrunt.hcl': unit('dependency "other" {\n  config_path = "../a"\n  mock_outputs = { size = 1 }\n}'),
    'c/terragrunt.hcl': unit('dependency "other" {\n  config_path = "../gone"\n  mock_outputs = { size = 10 }\n}'),
    'd/terragrunt.hcl': unit('dependency "other" {\n  config_path = "../gone"\n}'),
    'modules/data/main.tf': `${provider}${module}`,
  })
  expect(seen(document).map((each) => each.replace('modules/data/main.tf aws_ebs_volume.a @ ', ''))).toEqual([
    'a 4.00',
    'b 8.00',
    'c 0.80',
    'd partial',
  ])
  expect(document.sites[2]?.assumed.map(({ value, from }) => `${value}: ${from}`)).toContain(
    '10: a mock output of a dependency',
  )
  expect(told(document)).toEqual([
    'd/terragrunt.hcl: Dependency "other" cannot be worked out from what is here, and has no mock outputs: what it gives is not known.',
  ])
})

test('a remote module is told once and the rest is priced; one of the registry has its adapter at the terraform block', async () => {
  const document = await scan({
    'root.hcl': generate('us-east-1'),
    'a/terragrunt.hcl': `${root}terraform {\n  source = "git::https://example.com/modules.git//app?ref=v1"\n}\n`,
    'b/terragrunt.hcl': `${root}terraform {\n  source = "../modules/data"\n}\ninputs = { size = 100 }\n`,
    'c/terragrunt.hcl': `${root}terraform {\n  source = "tfr:///terraform-aws-modules/ec2-instance/aws?version=5.0.0"\n}\ninputs = { instance_type = "m5.large" }\n`,
    'd/terragrunt.hcl': `${root}terraform {\n  source = "tfr:///terraform-aws-modules/ec2-instance/aws?version=99.0.0"\n}\n`,
    'modules/data/main.tf': module,
  })
  expect(told(document)).toEqual([
    'a/terragrunt.hcl: The module of this unit (git::https://example.com/modules.git//app?ref=v1) is not on this machine: what it makes is not counted.',
    'd/terragrunt.hcl: The module of this unit (tfr:///terraform-aws-modules/ec2-instance/aws?version=99.0.0) is not on this machine, and of its versions Outlay knows 2 to 6 by itself: what it makes is not counted.',
  ])
  // 730 h × $0.096, and 8 GiB of gp2
  expect(document.totals.perMonth?.likely).toBeCloseTo(8 + 70.08 + 0.8)
  expect(document.modules.map(({ file, why }) => [file, why])).toEqual([
    ['a/terragrunt.hcl', 'missing-module'],
    ['b/terragrunt.hcl', null],
    ['c/terragrunt.hcl', null],
    ['d/terragrunt.hcl', 'missing-module'],
  ])
})

test('circles, missing parents and stacks are named, and what is left is priced', async () => {
  const unit = (other: string) =>
    `dependency "other" {\n  config_path = "../${other}"\n  mock_outputs = { size = 10 }\n}\nterraform {\n  source = "../modules/data"\n}\ninputs = { size = 5, other = dependency.other.outputs.size }\n`
  const document = await scan({
    'a/terragrunt.hcl': unit('b'),
    'b/terragrunt.hcl': unit('a'),
    'itself/terragrunt.hcl': `include "me" {\n  path = "terragrunt.hcl"\n}\nterraform {\n  source = "../modules/data"\n}\ninputs = { size = 10 }\n`,
    'lost/terragrunt.hcl': `${root}terraform {\n  source = "../modules/data"\n}\ninputs = { size = 20 }\n`,
    'readers/a.hcl': 'locals {\n  b = read_terragrunt_config("b.hcl").locals.a\n}\n',
    'readers/b.hcl': 'locals {\n  a = read_terragrunt_config("a.hcl").locals.b\n}\n',
    'readers/terragrunt.hcl': `terraform {\n  source = "../modules/data"\n}\ninputs = { size = read_terragrunt_config("a.hcl").locals.b }\n`,
    'json/terragrunt.hcl.json': '{"terraform": {"source": "../modules/data"}}',
    'stack/terragrunt.stack.hcl': 'unit "a" {\n  source = "../a"\n  path = "a"\n}\n',
    'modules/data/main.tf': `${provider}${module}`,
  })
  expect(seen(document).map((each) => each.replace('modules/data/main.tf aws_ebs_volume.a @ ', ''))).toEqual([
    'a 0.40',
    'b 0.40',
    'itself 0.80',
    'lost 1.60',
    'readers partial',
  ])
  expect(told(document)).toEqual([
    'a/terragrunt.hcl: Units depend on each other in a circle: a → b → a. What one gives the other is not known.',
    'b/terragrunt.hcl: Units depend on each other in a circle: b → a → b. What one gives the other is not known.',
    'itself/terragrunt.hcl: This file includes itself: what it would add is left out.',
    'json/terragrunt.hcl.json: A Terragrunt unit that is written in JSON is not read: what it makes is not counted.',
    'lost/terragrunt.hcl: Include "root" is not read: what its path leads to is not there. What it would set is left out.',
    'stack/terragrunt.stack.hcl: The units of a Terragrunt stack are not read: they are counted once "terragrunt stack generate" has written them.',
  ])
})

test('functions: paths, the environment with its default, variable files, and what only the machine knows', async () => {
  const sizes = {
    env: 'get_env("SIZE", 10)',
    unset: 'get_env("SIZE")',
    account: 'get_aws_account_id()',
    secret: 'yamldecode(sops_decrypt_file("secrets.yaml")).size',
    file: 'jsondecode(read_tfvars_file("../common.tfvars")).size',
    dir: 'basename(get_terragrunt_dir()) == "app" ? 30 : 0',
    repo: 'yamldecode(file("${get_repo_root()}/size.yaml")).size',
    up: 'get_path_to_repo_root() == "../.." ? 40 : 0',
    fallback: 'find_in_parent_folders("gone.hcl", "none") == "none" ? 50 : 0',
  }
  const document = await scan({
    'size.yaml': 'size: 60\n',
    'live/common.tfvars': 'size = 20\n',
    'live/app/terragrunt.hcl': `inputs = {\n  sizes = {\n${Object.entries(sizes)
      .map(([name, value]) => `    ${name} = ${value}\n`)
      .join('')}  }\n}\n`,
    'live/app/main.tf': `${provider}variable "sizes" {}\n${Object.keys(sizes)
      .map((name) => volume(`var.sizes.${name}`).replace('"a"', `"${name}"`))
      .join('')}`,
  })
  expect(seen(document).map((each) => each.replace('live/app/main.tf aws_ebs_volume.', ''))).toEqual([
    'env 0.80',
    'unset partial',
    'account partial',
    'secret partial',
    'file 1.60',
    'dir 2.40',
    'repo 4.80',
    'up 3.20',
    'fallback 4.00',
  ])
})

test('other files in HCL are not Terraform', async () => {
  const document = await scan({
    'packer.pkr.hcl': volume('10'),
    '.terraform.lock.hcl': 'provider "aws" {}\n',
    'image.hcl': volume('10'),
    'main.tf': `${provider}${volume('10')}`,
  })
  expect(seen(document)).toEqual(['main.tf aws_ebs_volume.a 0.80'])
})

test('variable files of extra_arguments win over inputs, features have their default, and a path may be one of Windows', async () => {
  const document = await scan({
    'common.tfvars': 'size = 100\n',
    'app/terragrunt.hcl': `feature "big" {\n  default = true\n}\nterraform {\n  source = "..\\\\modules\\\\data"\n  extra_arguments "vars" {\n    commands = get_terraform_commands_that_need_vars()\n    optional_var_files = [find_in_parent_folders("common.tfvars"), "\${get_terragrunt_dir()}/gone.tfvars"]\n  }\n}\ninputs = {\n  size  = 1\n  other = feature.big.value ? 10 : 20\n}\n`,
    'modules/data/main.tf': `${provider}variable "other" {}\n${volume('var.other').replace('"a"', '"b"')}${module}`,
  })
  expect(seen(document).map((each) => each.replace('modules/data/main.tf aws_ebs_volume.', ''))).toEqual([
    'b 0.80',
    'a 8.00',
  ])
  expect(document.inputs).toEqual([{ root: 'app', varFiles: ['common.tfvars'], workspace: null, plan: null }])
})

test('what is generated replaces a file of the module, or leaves it, as it says', async () => {
  const unit = (how: string) =>
    `terraform {\n  source = "../modules/data"\n}\n${generate('eu-central-1').replace('overwrite', how)}inputs = { size = 100 }\n`
  const document = await scan({
    'a/terragrunt.hcl': unit('overwrite'),
    'b/terragrunt.hcl': unit('skip'),
    'modules/data/main.tf': module,
    'modules/data/provider.tf': provider,
  })
  expect(seen(document).map((each) => each.replace('modules/data/main.tf aws_ebs_volume.a @ ', ''))).toEqual([
    'a 9.52',
    'b 8.00',
  ])
})
