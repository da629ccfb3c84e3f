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

const called = {
  'main.tf': `provider "aws" {
  region = "us-east-1"
}
locals {
  size = aws_ebs_volume.data.size
}
resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp2"
  size              = 100
}
resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "m5.large"
}
resource "aws_s3_bucket" "logs" {}
resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id
}
module "disks" {
  source = "./disks"
  sizes  = [local.size, 20]
}
module "apart" {
  source = "./apart"
}
`,
  'disks/main.tf': `variable "sizes" {}
resource "aws_ebs_volume" "each" {
  count             = length(var.sizes)
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = var.sizes[count.index]
}
`,
  'apart/main.tf':
    'resource "aws_instance" "one" {\n  ami           = "ami-1"\n  instance_type = "c5.xlarge"\n}\nresource "aws_s3_bucket" "own" {}\n',
}

it('after an edit in one block all that names it, also through a module, shows what it shows when it is read anew', async () => {
  const edits: readonly (readonly [from: string, to: string])[] = [
    ['"m5.large"', '"m5.xlarge"'],
    ['= 100', '= 1000'],
    ['[local.size, 20]', '[local.size, 20, 30]'],
    ['"m5.xlarge"', '"m5.xlarge" # local.size'],
    ['aws_s3_bucket.logs.id', 'aws_s3_bucket.none.id'],
    ['"./apart"', '"./disks"'],
    ['"gp2"', '"gp2'],
    ['"gp2', '"gp3"'],
    ['size              = 1000', 'size              = 10 }'],
    ['size              = 10 }', 'size              = 10'],
    ['"aws_s3_bucket" "logs" {', '"aws_s3_bucket" "logs2" {'],
    ['"us-east-1"', '"eu-west-1"'],
  ]
  const edited = session()
  const now: Record<string, string> = { ...called }
  for (const [file, text] of Object.entries(now)) edited.open(file, text, 1)
  for (const file of Object.keys(now)) await edited.settled(file)
  for (const [i, [from, to]] of edits.entries()) {
    now['main.tf'] = now['main.tf']!.replace(from, to)
    edited.open('main.tf', now['main.tf'], i + 2)
    const anew = session()
    for (const [each, text] of Object.entries(now)) anew.open(each, text, edited.document(each)!.version)
    for (const each of Object.keys(now))
      expect(await edited.settled(each), `${from} in ${each}`).toEqual(await anew.settled(each))
  }
})

it('a block that nothing of an edited one reaches is not read again, and one of a module it gives a value to is', async () => {
  const read: string[] = []
  const noting = registry.resources.map((definition) => ({
    ...definition,
    label: (resource: Parameters<NonNullable<typeof definition.label>>[0], book: typeof prices) => {
      read.push(resource.key)
      return definition.label?.(resource, book) ?? resource.label
    },
  }))
  const edited = createSession({
    registry: { ...registry, resources: noting },
    prices,
    tokens: () => estimator,
    settings: () => noSettings,
  })
  for (const [file, text] of Object.entries(called)) edited.open(file, text, 1)
  await edited.settled('main.tf')
  read.length = 0
  edited.open('main.tf', called['main.tf'].replace('= 100', '= 1000'), 2)
  edited.analyse('main.tf')
  expect([...new Set(read.map((key) => key.replace(/\[\d+\]$/, '')))]).toEqual([
    'aws_ebs_volume.data',
    'module.disks.aws_ebs_volume.each',
  ])
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
