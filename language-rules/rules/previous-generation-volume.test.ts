import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { registry } from '../registry.gen.ts'

/** The safety of each fix in a root. */
async function safeties(text: string): Promise<readonly string[]> {
  const tokens = await loadTokenCounter()
  const prices = loadPriceBook()
  const session = createSession({ registry, prices, tokens: () => tokens, settings: () => noSettings })
  session.open('main.tf', text)
  await session.prepare('main.tf')
  return session.analyse('main.tf').findings.flatMap(({ fixes }) => fixes.map(({ safety }) => safety))
}

const volume = (type: string) =>
  `variable "type" {\n  default = "gp2"\n}\nresource "aws_ebs_volume" "v" {\n  availability_zone = "us-east-1a"\n  size = 100\n  type = ${type}\n}\n`

it('is safe where nothing but this volume changes', async () => {
  expect(await safeties(volume('"gp2"'))).toEqual(['safe'])
})

it('is a suggestion where another environment may set another type', async () => {
  expect(await safeties(volume('var.type'))).toEqual(['suggestion'])
})

it('is a suggestion where the instance would be made anew', async () => {
  const instance = (block: string) =>
    `resource "aws_instance" "a" {\n  instance_type = "t3.micro"\n  availability_zone = "us-east-1a"\n  ${block} {\n    volume_type = "gp2"\n    volume_size = 100\n  }\n}\n`
  expect(await safeties(instance('root_block_device'))).toEqual(['safe'])
  expect(await safeties(instance('ebs_block_device'))).toEqual(['suggestion'])
})

it('is offered for instances that differ only where all of them change', async () => {
  const volumes = (each: string, type: string, size: string) =>
    `resource "aws_ebs_volume" "v" {\n  for_each = ${each}\n  availability_zone = "us-east-1a"\n  type = ${type}\n  size = ${size}\n}\n`
  expect(await safeties(volumes('{ a = 10, b = 20 }', '"gp2"', 'each.value'))).toEqual(['safe', 'safe'])
  expect(await safeties(volumes('{ a = "gp2", b = "io2" }', 'each.value', '10'))).toEqual([])
})
