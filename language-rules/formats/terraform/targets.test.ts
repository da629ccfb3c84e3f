import { describe, expect, it } from 'vitest'
import { read } from './read-root.fixture.ts'

const template = (name: string, more = '') =>
  `resource "aws_launch_template" "${name}" {\n  instance_type = "t3.micro"\n${more}}\n`
const group = (id: string, more = '') =>
  `resource "aws_autoscaling_group" "g" {\n${more}  launch_template {\n    id = ${id}\n  }\n}\n`

/** The address of what the group's launch template is. */
function target(
  files: Readonly<Record<string, string>>,
  path = 'launch_template.id',
  address = 'aws_autoscaling_group.g',
) {
  return read(files).at(address).target(path, 'aws_launch_template')?.address
}

describe('what a value is of', () => {
  it('in the same module: direct, through locals, functions, conditions', () => {
    const both = template('a') + template('b')
    const of = (id: string, more = '') => target({ 'main.tf': both + group(id) + more })
    expect(of('aws_launch_template.b.id')).toBe('aws_launch_template.b')
    expect(of('local.id', 'locals {\n  id = aws_launch_template.a.arn\n}\n')).toBe('aws_launch_template.a')
    expect(of('coalesce(null, aws_launch_template.a.id)')).toBe('aws_launch_template.a')
    expect(of('"${aws_launch_template.b.id}"')).toBe('aws_launch_template.b')
    expect(of('"x-${aws_launch_template.b.name}"')).toBe('aws_launch_template.b')
    expect(of('true ? aws_launch_template.a.id : aws_launch_template.b.id')).toBe('aws_launch_template.a')
    expect(of('true ? "lt-1" : aws_launch_template.b.id')).toBe(undefined)
    expect(of('var.x ? aws_launch_template.a.id : null', 'variable "x" {}\n')).toBe('aws_launch_template.a')
    expect(of('"lt-1"')).toBe(undefined)
    expect(of('null')).toBe(undefined)
  })

  it('of one of several blocks, by its number', () => {
    const block = (id: string) => `  launch_template {\n    id = ${id}\n  }\n`
    const both = `resource "aws_autoscaling_group" "g" {\n${block('aws_launch_template.a.id')}${block('"x-${aws_launch_template.b.name}"')}}\n`
    const of = (path: string) => target({ 'main.tf': template('a') + template('b') + both }, path)
    expect(of('launch_template.id')).toBe('aws_launch_template.a')
    expect(of('launch_template.0.id')).toBe('aws_launch_template.a')
    expect(of('launch_template.1.id')).toBe('aws_launch_template.b')
    expect(of('launch_template.2.id')).toBe(undefined)
  })

  it('nothing, where the block that would say it is not made', () => {
    const dynamic = (made: string) =>
      `resource "aws_autoscaling_group" "g" {\n  dynamic "launch_template" {\n    for_each = ${made}\n    content {\n      id = try(aws_launch_template.a.id, "x")\n    }\n  }\n}\n`
    expect(target({ 'main.tf': template('a') + dynamic('[1]') })).toBe('aws_launch_template.a')
    expect(target({ 'main.tf': template('a') + dynamic('[]') })).toBe(undefined)
  })

  it('by a name that is written', () => {
    expect(target({ 'main.tf': template('a', '  name = "web"\n') + group('aws_launch_template.a.name') })).toBe(
      'aws_launch_template.a',
    )
  })

  it('by a name that is drawn by lot, or made with it', () => {
    const pet = 'resource "random_pet" "p" {}\nresource "random_string" "s" {\n  length = 8\n}\n'
    for (const name of ['random_pet.p.id', 'random_string.s.result', '"web-${random_string.s.result}"'])
      expect(
        target({ 'main.tf': pet + template('a', `  name = ${name}\n`) + group('aws_launch_template.a.name') }),
      ).toBe('aws_launch_template.a')
  })

  it('of one of several, by its index or its key', () => {
    const many = template('a', '  for_each = toset(["x", "y"])\n') + template('n', '  count = 2\n')
    expect(target({ 'main.tf': many + group('aws_launch_template.a["y"].id') })).toBe('aws_launch_template.a["y"]')
    expect(target({ 'main.tf': many + group('one([aws_launch_template.n[1].id])') })).toBe('aws_launch_template.n[1]')
    expect(target({ 'main.tf': many + group('aws_launch_template.n[*].id') })).toBe('aws_launch_template.n[0]')
  })

  it('of the one with the same key, where both are several', () => {
    const files = {
      'main.tf':
        template('a', '  for_each = toset(["x", "y"])\n') +
        group('aws_launch_template.a[each.key].id', '  for_each = toset(["x", "y"])\n'),
    }
    const whole = read(files).at('aws_autoscaling_group.g')
    expect(whole.target('launch_template.id')?.address).toBe('aws_launch_template.a')
    expect(whole.instances().map((one) => one.target('launch_template.id')?.address)).toEqual([
      'aws_launch_template.a["x"]',
      'aws_launch_template.a["y"]',
    ])
  })

  it('whose count is not known', () => {
    const open = template('a', '  count = var.n\n')
    expect(target({ 'main.tf': `variable "n" {}\n${open}${group('aws_launch_template.a[0].id')}` })).toBe(
      'aws_launch_template.a',
    )
  })

  it('across modules: out of one, into another', () => {
    const files = {
      'main.tf': 'module "lt" {\n  source = "./lt"\n}\nmodule "asg" {\n  source = "./asg"\n  id = module.lt.id\n}\n',
      'lt/main.tf': `${template('a')}output "id" {\n  value = aws_launch_template.a.id\n}\n`,
      'asg/main.tf': `variable "id" {\n  type = string\n}\n${group('var.id')}`,
    }
    const { at, show } = read(files)
    const found = at('module.asg.aws_autoscaling_group.g').target('launch_template.id')!
    expect(found.address).toBe('module.lt.aws_launch_template.a')
    expect(show(found.fact('instance_type'))).toBe('"t3.micro"')
  })

  it('across instances of a module: each has its own', () => {
    const files = {
      'main.tf':
        'module "lt" {\n  source   = "./lt"\n  for_each = { a = "m5.large", b = "c5.large" }\n  type     = each.value\n}\n' +
        group('module.lt[each.key].id', '  for_each = toset(["a", "b"])\n'),
      'lt/main.tf':
        'variable "type" {}\nresource "aws_launch_template" "a" {\n  instance_type = var.type\n}\noutput "id" {\n  value = aws_launch_template.a.id\n}\n',
    }
    const { at, show } = read(files)
    const whole = at('aws_autoscaling_group.g')
    const type = (block: typeof whole) => show(block.target('launch_template.id')!.fact('instance_type'))
    expect(type(whole)).toBe('"m5.large"|"c5.large"')
    expect(whole.instances().map(type)).toEqual(['"m5.large"', '"c5.large"'])
  })
})

describe('an id', () => {
  it('is not null, although nobody knows it yet', () => {
    const files = {
      'main.tf':
        'module "web" {\n  source = "./web"\n  vpc = aws_vpc.v.id\n}\nresource "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\n',
      'web/main.tf':
        'variable "vpc" {\n  default = null\n}\nresource "aws_instance" "a" {\n  count = var.vpc != null ? 2 : 1\n}\n',
    }
    const { at, show } = read(files)
    expect(show(at('module.web.aws_instance.a').count)).toBe('2')
  })
})

describe('who refers to a block', () => {
  it('is found across modules, of the same instance', () => {
    const files = {
      'main.tf':
        'module "store" {\n  source   = "./store"\n  for_each = toset(["a", "b"])\n}\nmodule "rules" {\n  source = "./rules"\n  bucket = module.store["a"].id\n}\n',
      'store/main.tf':
        'resource "aws_s3_bucket" "b" {}\nresource "aws_s3_bucket_versioning" "v" {\n  bucket = aws_s3_bucket.b.id\n}\noutput "id" {\n  value = aws_s3_bucket.b.id\n}\n',
      'rules/main.tf':
        'variable "bucket" {}\nresource "aws_s3_bucket_lifecycle_configuration" "l" {\n  bucket = var.bucket\n}\n',
    }
    const { at } = read(files)
    const bucket = at('module.store.aws_s3_bucket.b')
    const names = (type: string, block = bucket) => block.referredBy(type).map(({ address }) => address)
    expect(names('aws_s3_bucket_lifecycle_configuration')).toEqual([
      'module.rules.aws_s3_bucket_lifecycle_configuration.l',
    ])
    const [first] = bucket.instances()
    expect(names('aws_s3_bucket_versioning', first)).toEqual(['module.store["a"].aws_s3_bucket_versioning.v'])
    expect(bucket.ofType('aws_s3_bucket_lifecycle_configuration').map(({ address }) => address)).toEqual([
      'module.rules.aws_s3_bucket_lifecycle_configuration.l',
    ])
  })

  it('is not one that only waits for it', () => {
    const { at } = read({
      'main.tf':
        'resource "aws_s3_bucket" "b" {}\nresource "aws_s3_bucket_versioning" "v" {\n  bucket     = "other"\n  depends_on = [aws_s3_bucket.b]\n}\n',
    })
    expect(at('aws_s3_bucket.b').referredBy('aws_s3_bucket_versioning')).toEqual([])
  })
})

it('a block is named by whatever has its name, and not by itself', () => {
  const { at } = read({
    'main.tf':
      'resource "aws_eip" "a" {\n  tags = { of = "aws_eip.a" }\n}\nresource "aws_eip" "b" {}\nresource "aws_instance" "a" {}\n',
    'outputs.tf': 'output "b" {\n  value = aws_eip.b.public_ip\n}\n',
  })
  expect([at('aws_eip.a').isNamed(), at('aws_eip.b').isNamed()]).toEqual([false, true])
})

it('a name that is null is the provider’s to make, and still of its resource', () => {
  const named = 'resource "aws_launch_template" "a" {\n  name = null\n}\n'
  const { at, show } = read({ 'main.tf': named + group('aws_launch_template.a.name') })
  const block = at('aws_autoscaling_group.g')
  expect(show(block.fact('launch_template.id'))).toBe('? dynamic')
  expect(block.target('launch_template.id')?.address).toBe('aws_launch_template.a')
})

it('a data source is a target only where one is asked for', () => {
  const image = 'data "aws_ami" "win" {\n  name_regex = "^Windows"\n}\n'
  const machine = 'resource "aws_instance" "a" {\n  ami = data.aws_ami.win.id\n}\n'
  const block = read({ 'main.tf': image + machine }).at('aws_instance.a')
  expect(block.target('ami', 'data.aws_ami')?.fact('name_regex')).toMatchObject({ is: 'known', value: '^Windows' })
  expect([block.target('ami'), block.target('ami', 'aws_ami')]).toEqual([undefined, undefined])
})
