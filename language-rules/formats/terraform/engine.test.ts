import { describe, expect, it } from 'vitest'
import { fileDocument } from '../../../core/document.ts'
import type { Known } from '../../../core/types.ts'
import { engine } from './engine.ts'

/** Blocks of one directory, and a way to print a value: `x @ text (via)`, `a|b @ text`, `? why @ text`. */
function read(files: string | Readonly<Record<string, string>>, region: Readonly<Record<string, string>> = {}) {
  const texts = typeof files === 'string' ? { 'main.tf': files } : files
  const documents = Object.entries(texts).map(([file, text]) => fileDocument(file, 'terraform', text))
  const { blocks, problems } = engine.evaluate(documents, { region })
  const show = (known: Known<unknown>) => {
    const at = known.at === undefined ? '' : ` @ ${texts[known.at.file]!.slice(...known.at.span)}`
    switch (known.is) {
      case 'known':
        return `${JSON.stringify(known.value)}${at} (${known.via})`
      case 'assumed':
        return `assumed ${JSON.stringify(known.value)} (${known.via})`
      case 'oneOf':
        return `${known.among.map((value) => JSON.stringify(value)).join('|')}${at}`
      case 'range':
        return 'range'
      case 'unknown':
        return `? ${known.why}${at}`
    }
  }
  return { blocks, problems, show, first: blocks[0]! }
}

/** What `x` comes to in `resource "t" "n" { x = <expression> }` beside the other text. */
function value(expression: string, beside = ''): string {
  const { first, show } = read(`${beside}\nresource "t" "n" {\n  x = ${expression}\n}\n`)
  return show(first.fact('x'))
}

describe('a value keeps the place where it is written', () => {
  it('in the block', () => {
    expect(value('"t3.micro"')).toBe('"t3.micro" @ "t3.micro" (literal)')
    expect(value('8')).toBe('8 @ 8 (literal)')
  })

  it('in the default of a variable', () => {
    expect(value('var.size', 'variable "size" {\n  default = 20\n}')).toBe('20 @ 20 (variable)')
  })

  it('in locals, in any order', () => {
    expect(value('local.a', 'locals {\n  a = local.b\n  b = "z"\n}')).toBe('"z" @ "z" (local)')
  })

  it('in terraform.tfvars, over which an auto.tfvars goes, and not in a file Terraform must be told of', () => {
    const { first, show } = read({
      'main.tf': 'variable "a" {\n  default = 1\n}\nresource "t" "n" {\n  x = var.a\n}\n',
      'terraform.tfvars': 'a = 2\n',
      'x.auto.tfvars': 'a = 3\n',
      'prod.tfvars': 'a = 4\n',
    })
    expect(show(first.fact('x'))).toBe('3 @ 3 (variable)')
  })

  it('in an argument of another resource', () => {
    const { blocks, show } = read(
      'resource "aws_instance" "web" {\n  availability_zone = "us-east-1a"\n}\nresource "t" "n" {\n  x = aws_instance.web.availability_zone\n  y = aws_instance.web.id\n}\n',
    )
    expect(show(blocks[1]!.fact('x'))).toBe('"us-east-1a" @ "us-east-1a" (literal)')
    expect(show(blocks[1]!.fact('y'))).toBe('? dynamic @ aws_instance.web.id')
  })
})

describe('what cannot be read is unknown, with its reason', () => {
  it('a variable without a default', () => {
    expect(value('var.size', 'variable "size" {}')).toBe('? absent @ variable "size" {}')
  })

  it('a variable nobody declares', () => {
    expect(value('var.size')).toBe('? absent @ var.size')
  })

  it('what is not written, nowhere', () => {
    expect(value('null')).toBe('? absent')
  })

  it('a cycle of locals', () => {
    expect(value('local.a', 'locals {\n  a = local.b\n  b = local.a\n}')).toBe('? cycle @ local.a')
  })

  it('a data source, a module that is not there, a path of the machine', () => {
    expect(value('data.aws_ami.x.id')).toBe('? dynamic @ data.aws_ami')
    expect(value('module.a.b', 'module "a" {\n  source = "./a"\n}')).toBe(
      '? missing-module @ module "a" {\n  source = "./a"\n}',
    )
    expect(value('"${path.cwd}/x"')).toBe('? dynamic @ path.cwd')
  })

  it('a function Outlay does not have', () => {
    expect(value('provider::time::now("x")')).toBe('? unsupported @ provider::time::now("x")')
  })

  it('a reference chain and a string without end', () => {
    const chain = Array.from({ length: 900 }, (_, i) => `  a${i} = local.a${i + 1}`).join('\n')
    expect(value('local.a0', `locals {\n${chain}\n}`)).toMatch(/^\? limit/)
    const doubling = Array.from({ length: 60 }, (_, i) => `  a${i + 1} = "\${local.a${i}}\${local.a${i}}"`).join('\n')
    expect(value('local.a60', `locals {\n  a0 = "xxxxxxxx"\n${doubling}\n}`)).toMatch(/^\? limit/)
  })
})

describe('expressions', () => {
  const cases: Readonly<Record<string, string>> = {
    '1 + 2 * 3': '7',
    '(1 + 2) * 3 % 4': '1',
    '10 / 4': '2.5',
    'true ? "a" : false ? "b" : "c"': '"a"',
    'false ? "a" : false ? "b" : "c"': '"c"',
    '!(1 < 2) || "a" == "a"': 'true',
    '"x-${1 + 1}-${"y"}"': '"x-2-y"',
    '"$${a}"': '"${a}"',
    '{ a = { b = 5 } }.a["b"]': '5',
    '[1, 2, 3][1]': '2',
    '([{ a = 7 }][*].a)[0]': '7',
    '[for k, v in { a = 1, b = 2 } : "${k}${v}" if v > 1][0]': '"b2"',
    '{ for v in ["a", "b"] : v => upper(v) }["b"]': '"B"',
    'min(3, 2) + max(1, "4")': '6',
    'lower("A") == "a"': 'true',
    'format("%s-%02d", "a", 7)': '"a-07"',
    'join("-", concat(["a"], ["b"]))': '"a-b"',
    'length([1, 2]) + length({ a = 1 }) + length("abc")': '6',
    'lookup({ a = 1 }, "b", 9)': '9',
    'merge({ a = 1 }, { a = 2 }).a': '2',
    'coalesce(null, "", "x")': '"x"',
    'try({ a = 1 }.b, 3)': '3',
    'tonumber("4") + tonumber(tostring(5))': '9',
    'length(toset(["a", "a", "b"]))': '2',
    'element(["a", "b"], 3)': '"b"',
    'split(",", "a,b")[1]': '"b"',
    'replace("a-b", "-", "_")': '"a_b"',
    'contains(["a"], "a") && startswith("abc", "ab")': 'true',
    'sum([1, 2]) + one([3])': '6',
    'keys({ b = 1, a = 2 })[0]': '"a"',
    'flatten([["a"], [["b"]]])[1]': '"b"',
    'max([1, 5]...)': '5',
    'core::upper("a")': '"A"',
  }
  for (const [expression, result] of Object.entries(cases)) {
    it(`${expression} is ${result}`, () => {
      expect(value(expression).replace(/ @.*/s, '')).toBe(result)
    })
  }

  it('a condition that is not known leaves both', () => {
    expect(value('var.big ? "p5.48xlarge" : "t3.micro"', 'variable "big" {}')).toBe(
      '"p5.48xlarge"|"t3.micro" @ var.big ? "p5.48xlarge" : "t3.micro"',
    )
    expect(value('var.big ? "a" : "a"', 'variable "big" {}')).toBe('"a" @ "a" (literal)')
    expect(value('"${var.big ? "a" : "b"}-${var.big ? 1 : 2}"', 'variable "big" {}').replace(/ @.*/, '')).toBe(
      '"a-1"|"a-2"|"b-1"|"b-2"',
    )
  })
})

describe('how many', () => {
  const count = (body: string, beside = '') => {
    const { first, show } = read(`resource "t" "n" {\n${body}\n}\n${beside}`)
    return show(first.count).replace(/ @.*?(?= \(|$)/s, '')
  }

  it('one, where nothing is said', () => expect(count('')).toBe('1 (literal)'))
  it('count', () => expect(count('count = 3')).toBe('3 (literal)'))
  it('a count by a switch', () => {
    expect(count('count = var.on ? 1 : 0', 'variable "on" {\n  default = false\n}')).toBe('0 (literal)')
    expect(count('count = var.on ? 1 : 0', 'variable "on" {}')).toBe('1|0')
  })
  it('unknown, never one', () => expect(count('count = length(data.x.y.ids)')).toBe('? dynamic'))
  it('for_each over a set, a map, and one not known', () => {
    expect(count('for_each = toset(["a", "b"])')).toBe('2 (literal)')
    expect(count('for_each = var.nodes', 'variable "nodes" {\n  default = { a = 1, b = 2, c = 3 }\n}')).toBe(
      '3 (variable)',
    )
    expect(count('for_each = var.nodes', 'variable "nodes" {}')).toBe('? absent')
  })

  it('each.value is any of the values, count.index any of the indexes', () => {
    const { blocks, show } = read(
      'resource "t" "n" {\n  for_each = { a = { size = 1 }, b = { size = 2 } }\n  x = each.value.size\n  y = each.key\n}\nresource "t" "m" {\n  count = 2\n  x = count.index\n}\n',
    )
    expect(show(blocks[0]!.fact('x'))).toBe('1|2 @ { a = { size = 1 }, b = { size = 2 } }')
    expect(show(blocks[0]!.fact('y'))).toBe('"a"|"b" @ { a = { size = 1 }, b = { size = 2 } }')
    expect(show(blocks[1]!.fact('x'))).toBe('0|1 @ 2')
  })
})

describe('nested blocks', () => {
  const text =
    'resource "aws_instance" "gpu" {\n  root_block_device {\n    volume_size = 50\n  }\n  ebs_block_device {\n    volume_size = 1\n  }\n  ebs_block_device {\n    volume_size = 2\n  }\n  dynamic "network" {\n    for_each = ["a", "b"]\n    content {\n      name = network.value\n    }\n  }\n  dynamic "disk" {\n    for_each = var.disks\n    content {}\n  }\n}\n'

  it('are read by their path, one by one, or as many as a dynamic makes', () => {
    const { first, show } = read(text)
    expect(show(first.fact('root_block_device.volume_size'))).toBe('50 @ 50 (literal)')
    expect(first.nested('ebs_block_device').map((disk) => show(disk.fact('volume_size')))).toEqual([
      '1 @ 1 (literal)',
      '2 @ 2 (literal)',
    ])
    expect(first.nested('network').map((network) => show(network.fact('name')))).toEqual([
      '"a" @ "a" (literal)',
      '"b" @ "b" (literal)',
    ])
    expect(show(first.nested('disk')[0]!.count)).toBe('? absent @ var.disks')
    expect(first.nested('nothing')).toEqual([])
  })

  it('are where the source says they are', () => {
    const { first } = read(text)
    const at = Object.entries(first.source.values).map(([path, { span }]) => `${path} = ${text.slice(...span)}`)
    expect(at).toContain('root_block_device.volume_size = 50')
    expect(at).toContain('ebs_block_device.volume_size = 1')
    expect(at).toContain('ebs_block_device[1].volume_size = 2')
    expect(first.source.blocks).toEqual(['root_block_device', 'ebs_block_device', 'network', 'disk'])
    expect(text.slice(...first.source.body.span)).toMatch(/^\n {2}root_block_device[\s\S]*content \{\}\n {2}\}\n$/)
    expect(text.slice(...first.location.span)).toBe(text.trimEnd())
  })
})

describe('the region', () => {
  const region = (text: string, fallback: Readonly<Record<string, string>> = {}) => {
    const { blocks, show } = read(text, fallback)
    return show(blocks[0]!.region).replace(/ @.*?(?= \(|$)/s, '')
  }

  it('is the default provider’s, or the alias’s', () => {
    const providers =
      'provider "aws" {\n  region = "us-east-1"\n}\nprovider "aws" {\n  alias = "west"\n  region = var.west\n}\nvariable "west" {\n  default = "us-west-2"\n}\n'
    expect(region(`resource "aws_instance" "a" {\n}\n${providers}`)).toBe('"us-east-1" (literal)')
    expect(region(`resource "aws_instance" "a" {\n  provider = aws.west\n}\n${providers}`)).toBe(
      '"us-west-2" (variable)',
    )
  })

  it('is read off a zone or a location', () => {
    expect(region('resource "aws_ebs_volume" "a" {\n  availability_zone = "eu-west-1b"\n}\n')).toBe(
      '"eu-west-1" (literal)',
    )
    expect(region('resource "aws_dms_replication_instance" "a" {\n  availability_zone = "us-gov-west-1"\n}\n')).toBe(
      '"us-gov-west-1" (literal)',
    )
    expect(region('resource "aws_ebs_volume" "a" {\n  availability_zone = "us-west-2-lax-1a"\n}\n')).not.toContain(
      'us-west-2"',
    )
    expect(region('resource "google_compute_instance" "a" {\n  zone = "us-central1-a"\n}\n')).toBe(
      '"us-central1" (literal)',
    )
    expect(
      region('resource "google_compute_instance" "a" {\n}\nprovider "google" {\n  zone = "asia-northeast1-b"\n}\n'),
    ).toBe('"asia-northeast1" (literal)')
    expect(
      region(
        'resource "azurerm_linux_virtual_machine" "a" {\n  location = azurerm_resource_group.g.location\n}\nresource "azurerm_resource_group" "g" {\n  location = "East US"\n}\n',
      ),
    ).toBe('"eastus" (literal)')
  })

  it('is the provider’s where the zone of AWS is looked up', () => {
    expect(
      region(
        'resource "aws_ebs_volume" "a" {\n  availability_zone = data.aws_availability_zones.all.names[0]\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n',
      ),
    ).toBe('"us-east-1" (literal)')
  })

  it('of a local zone is not the region around it', () => {
    expect(
      region(
        'resource "aws_ebs_volume" "a" {\n  availability_zone = "us-west-2-lax-1a"\n}\nprovider "aws" {\n  region = "us-west-2"\n}\n',
      ),
    ).toBe('? unsupported')
  })

  it('is absent where nobody says it, and assumed where the user chose one', () => {
    expect(region('resource "aws_instance" "a" {\n}\n')).toBe('? absent')
    expect(region('resource "aws_instance" "a" {\n}\n', { aws: 'eu-west-1' })).toBe('assumed "eu-west-1" (config)')
    expect(
      region('resource "aws_instance" "a" {\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n', { aws: 'eu-west-1' }),
    ).toBe('"us-east-1" (literal)')
  })
})

describe('a directory', () => {
  it('joins default tags and own tags, and leaves out what is not known', () => {
    const { first } = read(
      'provider "aws" {\n  default_tags {\n    tags = { team = "ml", env = "dev" }\n  }\n}\nresource "aws_instance" "a" {\n  tags = merge({ env = "prod" }, { owner = var.owner })\n}\nvariable "owner" {}\n',
    )
    expect(first.tags).toEqual({ team: 'ml', env: 'prod' })
  })

  it('knows which blocks refer to a block, through locals too', () => {
    const { blocks } = read(
      'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket" "b" {}\nresource "aws_s3_bucket_lifecycle_configuration" "a" {\n  bucket = local.bucket\n}\nlocals {\n  bucket = aws_s3_bucket.a.id\n}\n',
    )
    const referring = (i: number) =>
      blocks[i]!.referredBy('aws_s3_bucket_lifecycle_configuration').map((block) => block.address)
    expect(referring(0)).toEqual(['aws_s3_bucket_lifecycle_configuration.a'])
    expect(referring(1)).toEqual([])
  })

  it('survives a broken line: one problem, everything else evaluated', () => {
    const { blocks, problems, show } = read({
      'a.tf': 'resource "aws_instance" "a" {\n  ami = = "x"\n  instance_type = var.type\n}\n',
      'b.tf': 'variable "type" {\n  default = "t3.micro"\n}\n',
    })
    expect(problems).toEqual([
      { file: 'a.tf', location: { file: 'a.tf', span: [38, 43] }, message: 'Expected a value, but found `=`.' },
    ])
    expect(show(blocks[0]!.fact('instance_type'))).toBe('"t3.micro" @ "t3.micro" (variable)')
  })

  it('counts a byte order mark, Windows line ends and emoji in its offsets', () => {
    const text = '\uFEFF# 💸\r\nresource "aws_instance" "a" {\r\n  instance_type = "t3.micro"\r\n}\r\n'
    const { first } = read(text)
    expect(text.slice(...first.source.values.instance_type!.span)).toBe('"t3.micro"')
  })

  it('numbers an address one file writes twice', () => {
    const { blocks } = read('resource "t" "n" {}\nresource "t" "n" {}\n')
    expect(blocks.map((block) => block.key)).toEqual(['t.n', 't.n#2'])
  })
})

describe('a list is read member by member', () => {
  const members = (expression: string, beside = '') => {
    const { first, show } = read(`${beside}\nresource "t" "n" {\n  x = ${expression}\n}\n`)
    const list = first.list('x')
    return list.is === 'known' ? list.value.map(show) : show(list)
  }

  it('of values, each known or not for itself', () => {
    expect(members('["a", data.aws_subnet.b.id]')).toEqual(['"a" @ "a" (literal)', '? dynamic @ data.aws_subnet'])
    expect(members('toset(["a"])')).toEqual(['"a" @ "a" (literal)'])
    expect(members('var.types', 'variable "types" {\n  default = ["p4d.24xlarge"]\n}')).toEqual([
      '"p4d.24xlarge" @ "p4d.24xlarge" (literal)',
    ])
  })

  it('null is as good as not written, and a text is no list', () => {
    expect(members('null')).toBe('? absent')
    expect(members('"a"')).toBe('? unsupported @ "a"')
  })
})

describe('files in JSON', () => {
  it('stand beside native ones: resources, variables and the values given to them', () => {
    const { blocks, show } = read({
      'main.tf.json':
        '{"variable": {"size": {"default": 8}}, "provider": {"aws": {"region": "eu-west-1"}}, "resource": {"aws_instance": {"a": {"instance_type": "${local.type}", "root_block_device": {"volume_size": "${var.size}"}, "tags": {"team": "x"}}}}}',
      'locals.tf': 'locals {\n  type = "t3.micro"\n}\n',
      'terraform.tfvars.json': '{"size": 20}',
    })
    expect(show(blocks[0]!.fact('instance_type'))).toBe('"t3.micro" @ "t3.micro" (local)')
    expect(show(blocks[0]!.fact('root_block_device.volume_size'))).toBe('20 @ 20 (variable)')
    expect(blocks[0]!.nested('root_block_device').map((disk) => show(disk.fact('volume_size')))).toEqual([
      '20 @ 20 (variable)',
    ])
    expect(show(blocks[0]!.region)).toBe('"eu-west-1" @ "eu-west-1" (literal)')
    expect(blocks[0]!.tags).toEqual({ team: 'x' })
  })
})
