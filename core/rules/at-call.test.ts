import { describe, expect, it, test } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { applyEdits } from '../fixes/text.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'

const prices = loadPriceBook()
const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n\n'

/** The first fix of one rule in a file, applied to whichever file it edits; and what the same site costs in the new text. */
async function fixed(rule: string, files: Readonly<Record<string, string>>, file = 'main.tf') {
  const rules = new Map(
    registry.rules.map(({ id, severity }) => [id, { severity: id === rule ? severity : 'off', options: {} }] as const),
  )
  const look = async (texts: Readonly<Record<string, string>>) => {
    const settings = () => ({ ...noSettings, rules })
    const session = createSession({ registry, prices, tokens: () => estimator, settings })
    for (const [name, text] of Object.entries(texts)) session.open(name, text)
    return session.settled(file)
  }
  const before = await look(files)
  const [finding] = before.findings
  const [fix] = finding?.fixes ?? []
  if (!finding || !fix) return { found: before.findings.map(({ message }) => message), text: undefined }
  const edited = fix.edits[0]!.file
  const text = applyEdits(files[edited]!, fix.edits)
  const after = await look({ ...files, [edited]: text })
  const site = after.sites.find(({ site }) => site.key === finding.site)
  expect(after.problems).toEqual(before.problems)
  expect(after.findings.filter((each) => each.site === finding.site && each.fixes.length > 0)).toEqual([])
  if (fix.after) expect(site?.estimate.usd).toEqual(fix.after)
  return { safety: fix.safety, edited, text }
}

const database = (lines: string) => `${provider}module "db_staging" {
  source            = "terraform-aws-modules/rds/aws"
  identifier        = "berths"
  engine            = "mysql"
  engine_version    = "8.4"
  instance_class    = "db.m5.large"
  allocated_storage = 100
${lines}}
`

describe('of a published module', () => {
  it('sets the argument that is handed on to the attribute, through the module inside', async () => {
    expect(
      await fixed('multi-zone-non-production', { 'main.tf': database('  multi_az = true # for the tests\n') }),
    ).toEqual({ safety: 'suggestion', edited: 'main.tf', text: database('  multi_az = false # for the tests\n') })
  })

  it('adds it where the call does not say it', async () => {
    const logs = (lines: string) => `${provider}module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
  cidr   = "10.0.0.0/16"

  enable_flow_log                                 = true
  create_flow_log_cloudwatch_log_group            = true
${lines}}
`
    const { text } = await fixed('unexpiring-logs', { 'main.tf': logs('') })
    expect(text).toBe(logs('  flow_log_cloudwatch_log_group_retention_in_days = 30\n'))
  })

  it('changes a value deep inside an argument, which nothing is made of on the way', async () => {
    const machine = (type: string) => `${provider}module "berths" {
  source            = "terraform-aws-modules/ec2-instance/aws"
  version           = "~> 5.0"
  instance_type     = "m6i.large"
  root_block_device = [{ volume_type = "${type}", volume_size = 100 }]
}
`
    const { text, safety } = await fixed('previous-generation-volume', { 'main.tf': machine('gp2') })
    expect({ text, safety }).toEqual({ text: machine('gp3'), safety: 'suggestion' })
  })

  it('is none where the argument is worked out', async () => {
    const asked = `${database('  multi_az = var.is_safe\n')}variable "is_safe" {\n  default = true\n}\n`
    expect((await fixed('multi-zone-non-production', { 'main.tf': asked })).text).toBeUndefined()
  })
})

describe('of a module beside the root', () => {
  const group = (value: string) => `variable "days" {
  default = null
}

resource "aws_cloudwatch_log_group" "berths" {
  retention_in_days = ${value}
}
`
  const call = (name: string, lines = '') => `module "${name}" {\n  source = "./logs"\n${lines}}\n`

  it('edits the call in the other file, and of two calls the one', async () => {
    const others = `${provider}${call('kept', '  days = 14\n')}`
    expect(
      await fixed(
        'unexpiring-logs',
        { 'main.tf': others + call('berths', '  days = null\n'), 'logs/main.tf': group('var.days') },
        'logs/main.tf',
      ),
    ).toEqual({ safety: 'suggestion', edited: 'main.tf', text: others + call('berths', '  days = 30\n') })
    const { text } = await fixed(
      'unexpiring-logs',
      { 'main.tf': others + call('berths'), 'logs/main.tf': group('var.days') },
      'logs/main.tf',
    )
    expect(text).toBe(others + call('berths', '  days = 30\n'))
  })

  it('is not at the call where more hangs on the variable than the attribute', async () => {
    const files = (value: string) => ({
      'main.tf': provider + call('berths', '  days = null\n'),
      'logs/main.tf': `${group(value)}output "is_kept" {\n  value = var.days == null\n}\n`,
    })
    const { edited, text } = await fixed('unexpiring-logs', files('var.days'), 'logs/main.tf')
    expect({ edited, text }).toEqual({ edited: 'logs/main.tf', text: files('30')['logs/main.tf'] })
  })

  it('is not at a call on one line, which has no place for one more', async () => {
    const files = (value: string) => ({
      'main.tf': `${provider}module "berths" { source = "./logs" }\n`,
      'logs/main.tf': group(value),
    })
    const { text } = await fixed('unexpiring-logs', files('var.days'), 'logs/main.tf')
    expect(text).toBe(files('30')['logs/main.tf'])
  })

  it('is none where instances of the module are given different values', async () => {
    const each = `${provider}module "berths" {\n  source   = "./logs"\n  for_each = { a = null, b = 7 }\n  days     = each.value\n}\n`
    const { found, text } = await fixed(
      'unexpiring-logs',
      { 'main.tf': each, 'logs/main.tf': group('var.days') },
      'logs/main.tf',
    )
    expect({ found: found?.length, text }).toEqual({ found: 1, text: undefined })
  })
})

test('of what Terraform is told to leave as it is there is none: nothing would change', async () => {
  const group = (ignored: string) => `${provider}resource "aws_cloudwatch_log_group" "berths" {
  name = "berths"

  lifecycle {
    ignore_changes = ${ignored}
  }
}
`
  for (const ignored of ['all', '[tags, retention_in_days]', '["retention_in_days"]'])
    expect((await fixed('unexpiring-logs', { 'main.tf': group(ignored) })).text).toBeUndefined()
  expect((await fixed('unexpiring-logs', { 'main.tf': group('[tags]') })).text).toContain('retention_in_days = 30')
})

test('what a test reads is changed by nobody but its author', async () => {
  const volume = (type: string) =>
    `${provider}resource "aws_ebs_volume" "berths" {\n  availability_zone = "us-east-1a"\n  size              = 10\n  type              = "${type}"\n}\n`
  const safetyIn = async (file: string) =>
    (await fixed('previous-generation-volume', { [file]: volume('gp2') }, file)).safety
  expect(await safetyIn('storage/main.tf')).toBe('safe')
  expect(await safetyIn('internal/testdata/main.tf')).toBe('suggestion')
})
