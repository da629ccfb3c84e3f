import { describe, expect, it } from 'vitest'
import { fileDocument } from '../../../core/document.ts'
import { read } from './read-root.fixture.ts'

/** What `x` comes to in a resource beside the other text. */
function value(expression: string, beside = '', options: Parameters<typeof read>[1] = {}): string {
  const { at, show } = read({ 'main.tf': `${beside}\nresource "t" "n" {\n  x = ${expression}\n}\n` }, options)
  return show(at('t.n').fact('x'))
}

describe('providers of a module', () => {
  const providers =
    'provider "aws" {\n  region = "us-east-1"\n}\nprovider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n  default_tags {\n    tags = { team = "ml" }\n  }\n}\n'
  const machine = 'resource "aws_instance" "a" {}\n'
  const region = (files: Readonly<Record<string, string>>, address = 'module.m.aws_instance.a') => {
    const { at, show } = read(files)
    return [show(at(address).region), at(address).tags]
  }

  it('are its caller’s', () => {
    const files = { 'main.tf': `${providers}module "m" {\n  source = "./m"\n}\n`, 'm/main.tf': machine }
    expect(region(files)).toEqual(['"us-east-1"', {}])
  })

  it('are the ones it is given, their default tags too', () => {
    const call = 'module "m" {\n  source    = "./m"\n  providers = { aws = aws.west }\n}\n'
    expect(region({ 'main.tf': providers + call, 'm/main.tf': machine })).toEqual(['"us-west-2"', { team: 'ml' }])
  })

  it('are given on, under names of the module’s own', () => {
    const files = {
      'main.tf': `${providers}module "m" {\n  source    = "./m"\n  providers = { aws.far = aws.west }\n}\n`,
      'm/main.tf':
        'terraform {\n  required_providers {\n    aws = { configuration_aliases = [aws.far] }\n  }\n}\nmodule "n" {\n  source    = "../n"\n  providers = { aws = aws.far }\n}\nresource "aws_instance" "a" {\n  provider = aws.far\n}\n',
      'n/main.tf': machine,
    }
    expect(region(files)[0]).toBe('"us-west-2"')
    expect(region(files, 'module.m.module.n.aws_instance.a')[0]).toBe('"us-west-2"')
  })

  it('are its own where it writes them', () => {
    const files = {
      'main.tf': `${providers}module "m" {\n  source = "./m"\n  place  = "eu-west-1"\n}\n`,
      'm/main.tf': `variable "place" {}\nprovider "aws" {\n  region = var.place\n}\n${machine}`,
    }
    expect(region(files)[0]).toBe('"eu-west-1"')
  })

  it('of OpenTofu may be one for each region', () => {
    const files = {
      'main.tofu':
        'provider "aws" {\n  alias    = "by"\n  for_each = toset(["us-east-2", "eu-west-3"])\n  region   = each.key\n}\nresource "aws_instance" "a" {\n  provider = aws.by["eu-west-3"]\n}\n',
    }
    expect(region(files, 'aws_instance.a')[0]).toBe('"eu-west-3"')
  })
})

describe('variables', () => {
  it('are converted to their type, and have the defaults of optional attributes', () => {
    const declared = `variable "v" {
  type = object({
    size  = number
    kind  = optional(string, "gp3")
    tags  = optional(map(string), {})
    inner = optional(object({ n = optional(number, 3) }), {})
    none  = optional(string)
  })
  default = { size = "20", more = true }
}
`
    expect(value('var.v.size + 1', declared)).toBe('21')
    expect(value('var.v.kind', declared)).toBe('"gp3"')
    expect(value('var.v.inner.n', declared)).toBe('3')
    expect(value('var.v.none', declared)).toBe('? absent')
    expect(value('try(var.v.more, "gone")', declared)).toBe('"gone"')
    expect(value('length(var.s)', 'variable "s" {\n  type    = set(string)\n  default = ["a", "b", "a"]\n}\n')).toBe(
      '2',
    )
    expect(value('var.n', 'variable "n" {\n  type    = number\n  default = "many"\n}\n')).toBe('? unsupported')
    expect(value('var.l[0]', 'variable "l" {\n  type    = list(string)\n  default = [7]\n}\n')).toBe('"7"')
  })

  it('are set by given files last, whatever is loaded by itself', () => {
    const files = {
      'main.tf': 'variable "a" {}\nresource "t" "n" {\n  x = var.a\n}\n',
      'terraform.tfvars': 'a = 1\n',
      'z.auto.tfvars': 'a = 2\n',
    }
    const given = [fileDocument('vars/prod.tfvars', 'terraform', 'a = 3\n')]
    const { at, show, input } = read(files, { varFiles: given })
    expect(show(at('t.n').fact('x'))).toBe('3')
    expect(input?.varFiles).toEqual(['terraform.tfvars', 'z.auto.tfvars', 'vars/prod.tfvars'])
  })

  it('are set by JSON files too', () => {
    const { at, show } = read({
      'main.tf': 'variable "a" {}\nresource "t" "n" {\n  x = var.a\n}\n',
      'terraform.tfvars': 'a = 1\n',
      'terraform.tfvars.json': '{ "a": 2 }',
    })
    expect(show(at('t.n').fact('x'))).toBe('2')
  })

  it('that two files of one rank set differently are said, and the last is taken', () => {
    const { at, show, says } = read({
      'main.tf': 'variable "a" {}\nresource "t" "n" {\n  x = var.a\n}\n',
      'dev.auto.tfvars': 'a = 1\n',
      'prod.auto.tfvars': 'a = 2\n',
    })
    expect(show(at('t.n').fact('x'))).toBe('2')
    expect(says).toEqual([
      'prod.auto.tfvars: "a" is set here and, to something else, in dev.auto.tfvars. The last file is taken: prod.auto.tfvars.',
    ])
  })
})

describe('override files', () => {
  it('change attributes and nested blocks, keep the rest, and say where they stand', () => {
    const files = {
      'main.tf':
        'resource "aws_instance" "a" {\n  instance_type = "t3.micro"\n  ami = "x"\n  root_block_device {\n    volume_size = 8\n  }\n}\nlocals {\n  n = 1\n  m = 1\n}\n',
      'override.tf':
        'resource "aws_instance" "a" {\n  instance_type = local.big\n  count = local.n\n}\nlocals {\n  n = 2\n}\n',
      'z_override.tf':
        'resource "aws_instance" "a" {\n  root_block_device {\n    volume_size = 50\n  }\n}\nresource "aws_instance" "none" {}\n',
      'more.tf': 'locals {\n  big = "m5.large"\n}\n',
    }
    const { at, show, addresses } = read(files)
    expect(addresses).toEqual(['aws_instance.a'])
    const block = at('aws_instance.a')
    expect(['instance_type', 'ami', 'root_block_device.volume_size'].map((path) => show(block.fact(path)))).toEqual([
      '"m5.large"',
      '"x"',
      '50',
    ])
    expect(show(block.count)).toBe('2')
    expect(block.source.values['root_block_device.volume_size']).toEqual({ file: 'z_override.tf', span: [70, 72] })
  })
})

describe('blocks that make nothing', () => {
  it('are passed over', () => {
    const { addresses, says } = read({
      'main.tf':
        'moved {\n  from = aws_instance.a\n  to   = aws_instance.b\n}\nimport {\n  to = aws_instance.b\n  id = "i-1"\n}\nremoved {\n  from = aws_instance.c\n  lifecycle {\n    destroy = false\n  }\n}\ncheck "up" {\n  data "http" "x" {\n    url = "https://example.com"\n  }\n  assert {\n    condition     = data.http.x.status_code == 200\n    error_message = "down"\n  }\n}\nresource "aws_instance" "b" {}\n',
    })
    expect(addresses).toEqual(['aws_instance.b'])
    expect(says).toEqual([])
  })
})

describe('data sources', () => {
  const provider = 'provider "aws" {\n  region = "us-west-2"\n}\n'
  const zones = `${provider}data "aws_availability_zones" "z" {\n  state = "available"\n}\n`

  it('of the region are the provider’s', () => {
    const data = 'data "aws_region" "r" {}\ndata "aws_partition" "p" {}\n'
    expect(value('data.aws_region.r.name', provider + data)).toBe('"us-west-2"')
    expect(value('data.aws_region.r.region', provider + data)).toBe('"us-west-2"')
    expect(value('data.aws_region.r.name', data)).toBe('? absent')
    expect(value('data.aws_partition.p.partition', provider + data)).toBe('"aws"')
    expect(
      value(
        'data.google_client_config.c.region',
        'provider "google" {\n  region = "us-central1"\n}\ndata "google_client_config" "c" {}\n',
      ),
    ).toBe('"us-central1"')
  })

  it('of zones are assumed to begin with a, b and c; how many there are is only known where it is documented', () => {
    expect(value('data.aws_availability_zones.z.names[1]', zones)).toBe('assumed "us-west-2b"')
    expect(value('length(slice(data.aws_availability_zones.z.names, 0, 3))', zones)).toBe('assumed 3')
    expect(value('length(data.aws_availability_zones.z.names)', zones)).toBe('? dynamic')
    expect(value('length(toset(data.aws_availability_zones.z.names))', zones)).toBe('? dynamic')
    expect(value('length(data.aws_availability_zones.z.names[*])', zones)).toBe('? dynamic')
    expect(value('data.aws_availability_zones.z.names[5]', zones)).toBe('? dynamic')
    expect(value('length(data.aws_availability_zones.z.names)', zones.replace('us-west-2', 'us-east-2'))).toBe(
      'assumed 3',
    )
  })

  it('of zones that are filtered are not', () => {
    const filtered = (filter: string) => zones.replace('  state', `${filter}\n  state`)
    expect(value('data.aws_availability_zones.z.names[0]', filtered('  exclude_names = ["us-west-2a"]'))).toBe(
      '? dynamic',
    )
    const optIn = '  filter {\n    name   = "opt-in-status"\n    values = ["opt-in-not-required"]\n  }'
    expect(value('data.aws_availability_zones.z.names[0]', filtered(optIn))).toBe('assumed "us-west-2a"')
  })

  it('otherwise say what is written in them, and that they are there', () => {
    const ami = 'data "aws_ami" "a" {\n  owners = ["amazon"]\n}\ndata "aws_caller_identity" "me" {}\n'
    expect(value('data.aws_ami.a.owners[0]', ami)).toBe('"amazon"')
    expect(value('data.aws_ami.a.id', ami)).toBe('? dynamic')
    expect(value('data.aws_ami.a.id == null', ami)).toBe('false')
    expect(value('data.aws_caller_identity.me.account_id', ami)).toBe('? dynamic')
  })
})

describe('where it runs', () => {
  it('has a workspace where one is chosen, else may be any', () => {
    expect(value('terraform.workspace', '', { workspace: 'prod' })).toBe('"prod"')
    expect(value('terraform.workspace')).toBe('? absent')
    expect(value('terraform.workspace == "prod" ? 2 : 1')).toBe('2|1')
  })

  it('has paths from the root', () => {
    const files = {
      'envs/a/main.tf': 'module "m" {\n  source = "../../modules/m"\n}\n',
      'modules/m/main.tf': 'resource "t" "n" {\n  x = path.module\n  y = path.root\n}\n',
    }
    const { at, show } = read(files, {}, 'envs/a')
    expect(['x', 'y'].map((name) => show(at('module.m.t.n').fact(name)))).toEqual(['"../../modules/m"', '"."'])
  })
})
