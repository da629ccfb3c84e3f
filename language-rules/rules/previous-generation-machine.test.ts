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

async function sessionOf(root: string) {
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
  session.open('main.tf', root)
  session.open('box/main.tf', box)
  const { findings, sites } = await session.settled('box/main.tf')
  return { findings, sites }
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
