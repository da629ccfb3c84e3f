import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { applyEdits } from '../../core/fixes/text.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { registry } from '../registry.gen.ts'

const box = `variable "type" {
  type = string
}

resource "aws_instance" "this" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}
`

const called = (name: string, type: string) => `module "${name}" {
  source = "./box"
  type   = "${type}" # since 2017
}
`

const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n\n'

async function sessionWith(files: Readonly<Record<string, string>>) {
  const rules = registry.rules.map(
    ({ id, severity }) =>
      [id, { severity: id === 'previous-generation-machine' ? severity : ('off' as const), options: {} }] as const,
  )
  const session = createSession({
    registry,
    prices: loadPriceBook(),
    tokens: () => estimator,
    settings: () => ({ ...noSettings, rules: new Map(rules) }),
  })
  for (const [file, text] of Object.entries(files)) session.open(file, text)
  return session
}

async function sessionOf(root: string) {
  const session = await sessionWith({ 'main.tf': root, 'box/main.tf': box })
  return session.settled('box/main.tf')
}

it('a type that the call of a module gives is changed there, and costs what was promised', async () => {
  const root = provider + called('web', 'm4.large')
  const { findings } = await sessionOf(root)
  const fix = findings[0]!.fixes[0]!
  expect(fix.edits.map(({ file }) => file)).toEqual(['main.tf'])
  const fixed = applyEdits(root, fix.edits)
  expect(fixed).toBe(provider + called('web', 'm6i.large'))
  const after = await sessionOf(fixed)
  expect(after.findings).toEqual([])
  expect(after.sites[0]?.estimate.usd).toEqual(fix.after)
})

it('of two calls each is given its own', async () => {
  const root = provider + called('web', 'm4.large') + called('batch', 'm4.xlarge')
  const { findings } = await sessionOf(root)
  expect(findings.map(({ fixes }) => fixes.map(({ edits }) => applyEdits(root, edits)))).toEqual([
    [provider + called('web', 'm6i.large') + called('batch', 'm4.xlarge')],
    [provider + called('web', 'm4.large') + called('batch', 'm6i.xlarge')],
  ])
})

const machine = `resource "aws_instance" "this" {
  ami           = "ami-0123456789abcdef0"
  instance_type = TYPE
}
`

async function rootOf(files: Readonly<Record<string, string>>) {
  const session = await sessionWith(files)
  return session.settled('main.tf')
}

it('a type that the default of a variable says is changed there, in its own file, and told where it is read', async () => {
  const variables = 'variable "type" {\n  default = "m4.large" # the least\n}\n'
  const main = provider + machine.replace('TYPE', 'var.type')
  const { findings } = await rootOf({ 'main.tf': main, 'variables.tf': variables })
  const { fixes, location } = findings[0]!
  expect(main.slice(...location.span)).toBe('var.type')
  expect(fixes[0]!.edits.map(({ file }) => file)).toEqual(['variables.tf'])
  const fixed = applyEdits(variables, fixes[0]!.edits)
  expect(fixed).toBe(variables.replace('m4', 'm6i'))
  const after = await rootOf({ 'main.tf': main, 'variables.tf': fixed })
  expect(after.findings).toEqual([])
  expect(after.sites[0]?.estimate.usd).toEqual(fixes[0]!.after)
})

it('a local that a variable has is followed to its default', async () => {
  const said = 'variable "type" {\n  default = "m4.large"\n}\n\nlocals {\n  type = (var.type)\n}\n'
  const main = provider + said + machine.replace('TYPE', 'local.type')
  const { findings } = await rootOf({ 'main.tf': main })
  expect(applyEdits(main, findings[0]!.fixes[0]!.edits)).toBe(main.replace('m4', 'm6i'))
})

it.each([
  ['another is given by a file of variables', { 'terraform.tfvars': 'type = "m4.large"\n' }],
  ['something else reads it', { 'outputs.tf': 'output "type" {\n  value = var.type\n}\n' }],
  ['it is made of a part', { 'variables.tf': 'variable "type" {\n  default = "m4.${"large"}"\n}\n' }],
])('the default is left alone where %s', async (_, files) => {
  const variables = 'variable "type" {\n  default = "m4.large"\n}\n'
  const main = provider + machine.replace('TYPE', 'var.type')
  const { findings } = await rootOf({ 'main.tf': main, 'variables.tf': variables, ...files })
  expect(findings.map(({ fixes }) => fixes)).toEqual([[]])
})
