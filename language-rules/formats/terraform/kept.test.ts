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
resource "aws_eip" "own" {}
`
const files = {
  'main.tf': main,
  'variables.tf':
    'variable "region" {\n  default = "us-east-1"\n}\nlocals {\n  type = "p4d.24xlarge"\n}\noutput "ip" {\n  value = 1\n}\n',
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
    ['variables.tf', 'value = 1', 'value = aws_eip.own.id'],
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

const spread = {
  'main.tf': `provider "aws" {
  region = "us-east-1"
}
# here the modules are called
module "web-a" {
  source = "./web"
  size   = var.size
}
module "web-b" {
  source = "./web"
  size   = 20
}
module "many" {
  for_each = toset(["x", "y"])
  source   = "./web"
  size     = 40
}
resource "aws_ebs_volume" "own-disk" {
  availability_zone = "us-east-1a"
  type              = local.kind
  size              = module.web-b.size
}
resource "aws_instance" "apart" {
  ami           = "ami-1"
  instance_type = "c5.xlarge"
}
`,
  'variables.tf':
    'variable "size" {\n  default = 10\n}\nlocals {\n  kind = "gp2"\n  other = "gp3"\n}\noutput "kind" {\n  value = local.kind\n}\n',
  'prod.auto.tfvars': '# sizes\nsize = 30\n',
  'web/main.tf': `variable "size" {}
resource "aws_ebs_volume" "disk" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = var.size
}
output "size" {
  value = aws_ebs_volume.disk.size
}
`,
}

it('after an edit in any file of a root it all shows what it shows when it is read anew, whatever was shown between', async () => {
  const edits: readonly (readonly [file: keyof typeof spread, from: string, to: string])[] = [
    ['main.tf', 'var.size', 'var.size + 1'],
    ['main.tf', '# here', '# and\n# here'],
    ['web/main.tf', '"gp3"', '"gp2"'],
    ['web/main.tf', '= var.size', '= var.size * 2'],
    ['web/main.tf', 'output', 'resource "aws_s3_bucket" "more" {}\noutput'],
    ['variables.tf', '"gp2"', '"io1"'],
    ['variables.tf', '"gp3"', '"st1"'],
    ['variables.tf', '= 10', '= 100'],
    ['variables.tf', '  other', '  more = 1\n  other'],
    ['variables.tf', 'kind = "io1"', 'kinds = "io1"'],
    ['variables.tf', 'kinds = "io1"', 'kind = "gp3"'],
    ['prod.auto.tfvars', '= 30', '= 300'],
    ['prod.auto.tfvars', '300', '30'],
    ['prod.auto.tfvars', '# sizes', '# all sizes'],
    ['prod.auto.tfvars', 'size =', 'sizes ='],
    ['web/main.tf', 'resource "aws_s3_bucket" "more" {}\n', ''],
    ['main.tf', '"c5.xlarge"', '"c5.large"'],
    ['main.tf', 'module.web-b.size', 'module.web-a.size'],
    ['main.tf', 'source = "./web"', 'source = "./none"'],
  ]
  const edited = session()
  const now: Record<string, string> = { ...spread }
  const files = Object.keys(now)
  for (const file of files) edited.open(file, now[file]!, 1)
  for (const file of files) await edited.settled(file)
  for (const [i, [file, from, to]] of edits.entries()) {
    now[file] = now[file]!.replace(from, to)
    edited.open(file, now[file]!, i + 2)
    const anew = session()
    for (const each of files) anew.open(each, now[each]!, edited.document(each)!.version)
    const shown = i % 3 === 0 ? files : [file, 'main.tf']
    for (const each of shown) expect(await edited.settled(each), `${to} in ${each}`).toEqual(await anew.settled(each))
  }
})

it('what an edit has not reached stays the same object, with its places where they are now', async () => {
  const edited = session()
  edited.open('main.tf', main, 1)
  const before = await edited.settled('main.tf')
  const longer = main.replace('"ami-1"', '"ami-12345"')
  edited.open('main.tf', longer, 2)
  const { sites } = edited.analyse('main.tf')
  expect(sites.map((costed, i) => costed === before.sites[i])).toEqual([false, true, true, true])
  expect(sites.map(({ site }) => longer.slice(...site.location.span).split(' {')[0])).toEqual([
    'resource "aws_instance" "train"',
    'resource "aws_ebs_volume" "data"',
    'resource "aws_s3_bucket" "logs"',
    'resource "aws_eip" "own"',
  ])
})

it('a file that only a block reads which no edit has reached is still read again when it changes', async () => {
  const disk: Record<string, string> = { 'size.txt': '100' }
  const others = {
    find: (candidates: readonly string[]) => candidates.find((file) => file in disk),
    text: (file: string) => disk[file],
  }
  const edited = createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings, others })
  const text = main.replace('= 100', '= tonumber(file("size.txt"))')
  edited.open('main.tf', text, 1)
  await edited.settled('main.tf')
  edited.open('main.tf', text.replace('"ami-1"', '"ami-12"'), 2)
  await edited.settled('main.tf')
  disk['size.txt'] = '200'
  expect(edited.touched('size.txt')).toEqual(['main.tf'])
  const { sites } = await edited.settled('main.tf')
  const disks = sites.flatMap(({ site }) =>
    site.kind === 'resource' && site.shape.sizeGiB ? [site.shape.sizeGiB] : [],
  )
  expect(disks).toMatchObject([{ value: 200 }])
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
  expect([sites.length, asked]).toEqual([4, 0])
})
