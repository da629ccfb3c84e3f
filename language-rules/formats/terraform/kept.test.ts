import { expect, it } from 'vitest'
import { loadPriceBook } from '../../../cli/price-book.ts'
import { createSession } from '../../../core/session.ts'
import { noSettings } from '../../../core/settings.ts'
import { estimator } from '../../../core/tokens/estimator.ts'
import { registry } from '../../registry.gen.ts'

const prices = loadPriceBook()
const session = () => createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings })

const main = `provider "aws" {
  region = var.region
}
resource "aws_instance" "train" {
  ami           = "ami-1"
  instance_type = local.type
}
  resource "aws_ebs_volume" "data" {
    availability_zone = "us-east-1a"
    type              = "gp2"
    size              = 100
  }
resource "aws_s3_bucket" "logs" {}
`
const files = {
  'main.tf': main,
  'variables.tf': 'variable "region" {\n  default = "us-east-1"\n}\nlocals {\n  type = "p4d.24xlarge"\n}\n',
}

it('after any edit every file shows what it shows when it is read anew', async () => {
  const edits: readonly (readonly [file: keyof typeof files, from: string, to: string])[] = [
    ['main.tf', '"ami-1"', '"ami-12"'],
    ['main.tf', '  resource "aws_ebs', '      resource "aws_ebs'],
    ['main.tf', 'size              = 100', 'size              = 1000'],
    ['variables.tf', 'us-east-1', 'eu-west-1'],
    ['variables.tf', 'variable', '# which\nvariable'],
    ['variables.tf', 'p4d.24xlarge', 'g5.xlarge'],
    ['main.tf', 'resource "aws_instance"', '/* resource "aws_instance"'],
    ['main.tf', '/* resource "aws_instance"', 'resource "aws_instance"'],
    ['main.tf', 'provider "aws"', '\r\nprovider "aws"'],
    ['main.tf', '"gp2"', '"gp3"'],
  ]
  const edited = session()
  const now: Record<string, string> = { ...files }
  for (const [file, text] of Object.entries(now)) edited.open(file, text, 1)
  for (const file of Object.keys(now)) await edited.settled(file)
  let version = 1
  for (const [file, from, to] of edits) {
    now[file] = now[file]!.replace(from, to)
    version++
    edited.open(file, now[file]!, version)
    const anew = session()
    for (const [each, text] of Object.entries(now)) anew.open(each, text, edited.document(each)!.version)
    for (const each of Object.keys(now))
      expect(await edited.settled(each), `${from} in ${each}`).toEqual(await anew.settled(each))
  }
})

it('what an edit does not reach is not estimated again', async () => {
  let asked = 0
  const counting: typeof prices = {
    ...prices,
    storage(...args) {
      asked++
      return prices.storage(...args)
    },
  }
  const edited = createSession({ registry, prices: counting, tokens: () => estimator, settings: () => noSettings })
  for (const [file, text] of Object.entries(files)) edited.open(file, text, 1)
  await edited.settled('main.tf')
  asked = 0
  edited.open('main.tf', `# a comment\n${main}`, 2)
  const { sites } = edited.analyse('main.tf')
  expect([sites.length, asked]).toEqual([3, 0])
})
