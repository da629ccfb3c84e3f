import { describe, expect, it } from 'vitest'
import type { ModuleAdapter } from '../../../core/format.ts'
import { read } from './read-root.fixture.ts'

const machine = (body: string) => `resource "aws_instance" "a" {\n${body}\n}\n`

describe('a called module', () => {
  it('is read per caller: its address, its place, its call', () => {
    const files = {
      'main.tf': '# one\n\nmodule "web" {\n  source = "./modules/web"\n  type   = "t3.micro"\n}\n',
      'modules/web/main.tf': `variable "type" {}\n${machine('  instance_type = var.type')}`,
    }
    const { at, show } = read(files)
    const block = at('module.web.aws_instance.a')
    expect(show(block.fact('instance_type'))).toBe('"t3.micro"')
    expect(block.fact('instance_type').at).toEqual({ file: 'main.tf', span: [60, 70] })
    expect(block.key).toBe('module.web.aws_instance.a')
    expect(block.location.file).toBe('modules/web/main.tf')
    expect(block.module).toEqual({ address: 'module.web', file: 'main.tf', line: 3 })
  })

  it('may call others, above it too, and gives them what it was given', () => {
    const { at, show } = read(
      {
        'envs/prod/main.tf': 'module "a" {\n  source = "../../modules/a"\n  size   = "large"\n}\n',
        'modules/a/main.tf':
          'variable "size" {}\nmodule "b" {\n  source = "../b"\n  type   = "m5.${var.size}"\n}\noutput "kind" {\n  value = module.b.kind\n}\n',
        'modules/b/main.tf': `variable "type" {}\n${machine('  instance_type = var.type')}output "kind" {\n  value = aws_instance.a.instance_type\n}\n`,
      },
      {},
      'envs/prod',
    )
    const block = at('module.a.module.b.aws_instance.a')
    expect(show(block.fact('instance_type'))).toBe('"m5.large"')
    expect(block.module).toEqual({ address: 'module.a.module.b', file: 'modules/a/main.tf', line: 2 })
  })

  it('may be named with backslashes, on any system', () => {
    const { at, show } = read({
      'main.tf': 'module "web" {\n  source = ".\\\\modules\\\\web"\n}\n',
      'modules/web/main.tf': machine('  instance_type = "t3.micro"'),
    })
    expect(show(at('module.web.aws_instance.a').fact('instance_type'))).toBe('"t3.micro"')
  })

  it('hands its outputs on', () => {
    const { at, show } = read({
      'main.tf': `module "a" {\n  source = "./a"\n}\nmodule "b" {\n  source = "./b"\n  type   = module.a.type\n}\n${machine('  instance_type = module.b.type\n  ami = module.a.nothing')}`,
      'a/main.tf': 'output "type" {\n  value = local.type\n}\nlocals {\n  type = "t3.large"\n}\n',
      'b/main.tf': 'variable "type" {}\noutput "type" {\n  value = var.type\n}\n',
    })
    expect(show(at('aws_instance.a').fact('instance_type'))).toBe('"t3.large"')
    expect(show(at('aws_instance.a').fact('ami'))).toBe('? absent')
  })

  it('without what it needs, its resources are there, and unknown', () => {
    const { at, show } = read({
      'main.tf': 'module "web" {\n  source = "./web"\n}\n',
      'web/main.tf': `variable "type" {}\n${machine('  instance_type = var.type')}`,
    })
    expect(show(at('module.web.aws_instance.a').fact('instance_type'))).toBe('? absent')
  })

  it('has the default where null is given and null is not taken', () => {
    const { at, show } = read({
      'main.tf': 'module "web" {\n  source = "./web"\n  a = null\n  b = null\n}\n',
      'web/main.tf': `variable "a" {\n  default = 1\n}\nvariable "b" {\n  default  = 2\n  nullable = false\n}\n${machine('  x = var.a\n  y = var.b')}`,
    })
    expect(show(at('module.web.aws_instance.a').fact('x'))).toBe('? absent')
    expect(show(at('module.web.aws_instance.a').fact('y'))).toBe('2')
  })

  it('makes no site of what it does not make', () => {
    const { addresses } = read({
      'main.tf': 'module "web" {\n  source = "./web"\n}\n',
      'web/main.tf': machine('  count = 0'),
    })
    expect(addresses).toEqual([])
  })
})

describe('several of one module', () => {
  const web = (body: string) => ({
    'web/main.tf': `variable "type" {\n  default = "t3.micro"\n}\nvariable "n" {\n  default = 1\n}\n${machine(body)}`,
  })

  it('that are alike are counted', () => {
    const { at, show } = read({
      'main.tf': 'module "web" {\n  source = "./web"\n  count  = 3\n  n = 2\n}\n',
      ...web('  count = var.n'),
    })
    expect(show(at('module.web.aws_instance.a').count)).toBe('6')
  })

  it('that differ are told apart', () => {
    const { at, show } = read({
      'main.tf':
        'module "web" {\n  source   = "./web"\n  for_each = { a = "m5.large", b = "m5.xlarge" }\n  type     = each.value\n}\n',
      ...web('  instance_type = var.type'),
    })
    const whole = at('module.web.aws_instance.a')
    expect(show(whole.fact('instance_type'))).toBe('"m5.large"|"m5.xlarge"')
    expect(whole.instances().map((one) => `${one.address} ${show(one.fact('instance_type'))}`)).toEqual([
      'module.web["a"].aws_instance.a "m5.large"',
      'module.web["b"].aws_instance.a "m5.xlarge"',
    ])
    expect(whole.instances()[0]!.module?.address).toBe('module.web["a"]')
  })

  it('that differ in how many they make are added', () => {
    const { at, show } = read({
      'main.tf': 'module "web" {\n  source   = "./web"\n  for_each = { a = 1, b = 4 }\n  n        = each.value\n}\n',
      ...web('  count = var.n'),
    })
    expect(show(at('module.web.aws_instance.a').count)).toBe('5')
  })

  it('may be unknown in number: the site is there', () => {
    const { at, show } = read({
      'main.tf': 'variable "n" {}\nmodule "web" {\n  source = "./web"\n  count  = var.n\n}\n',
      ...web('  instance_type = var.type'),
    })
    expect(show(at('module.web.aws_instance.a').count)).toBe('? absent')
    expect(show(at('module.web.aws_instance.a').fact('instance_type'))).toBe('"t3.micro"')
  })

  it('give outputs by index, by key and all together', () => {
    const { at, show } = read({
      'main.tf': `module "n" {\n  source = "./web"\n  count  = 2\n  type   = "t\${count.index}"\n}\nmodule "k" {\n  source   = "./web"\n  for_each = toset(["x", "y"])\n  type     = each.key\n}\n${machine('  p = module.n[1].type\n  q = module.k["y"].type\n  r = join(",", module.n[*].type)\n  s = join(",", [for m in module.k : m.type])')}`,
      'web/main.tf': 'variable "type" {}\noutput "type" {\n  value = var.type\n}\n',
    })
    const facts = ['p', 'q', 'r', 's'].map((name) => show(at('aws_instance.a').fact(name)))
    expect(facts).toEqual(['"t1"', '"y"', '"t0,t1"', '"x,y"'])
  })

  it('10,000 instances are one block with a count', () => {
    const all = Array.from({ length: 10_000 }, (_, i) => `n${i} = { type = "t3.micro" }`).join('\n')
    const { blocks, show } = read({
      'main.tf': `locals {\n  all = { ${all} }\n}\n${machine('  for_each      = { for k, v in local.all : k => v }\n  instance_type = each.value.type')}`,
    })
    expect(blocks).toHaveLength(1)
    expect([show(blocks[0]!.count), show(blocks[0]!.fact('instance_type'))]).toEqual(['10000', '"t3.micro"'])
    expect(blocks[0]!.instances()).toEqual([])
  })
})

describe('a module that is not read', () => {
  it('says so once, by name; its outputs are unknown and the rest is read', () => {
    const { at, show, says } = read({
      'main.tf': `module "gone" {\n  source = "./gone"\n}\nmodule "far" {\n  source  = "someone/thing/aws"\n  version = "1.0"\n}\n${machine('  instance_type = module.far.type\n  ami = module.gone.ami\n  key_name = "k"')}`,
    })
    const block = at('aws_instance.a')
    expect(['instance_type', 'ami', 'key_name'].map((name) => show(block.fact(name)))).toEqual([
      '? missing-module',
      '? missing-module',
      '"k"',
    ])
    expect(says).toEqual([
      'main.tf: Module "gone" is not there: ./gone holds no Terraform files. What it makes is not counted.',
      'main.tf: Module "far" (someone/thing/aws) is not on this machine; "terraform init" downloads it. Until then what it makes is not counted.',
    ])
  })

  it('is found where terraform init put it, submodules too', () => {
    const modules = [
      { Key: '', Source: '', Dir: '.' },
      {
        Key: 'far',
        Source: 'registry.terraform.io/someone/thing/aws',
        Version: '1.0.0',
        Dir: '.terraform/modules/far',
      },
      { Key: 'far.inner', Source: './modules/inner', Dir: '.terraform/modules/far/modules/inner' },
    ]
    const { addresses, says } = read({
      'main.tf': 'module "far" {\n  source = "someone/thing/aws"\n}\n',
      '.terraform/modules/modules.json': JSON.stringify({ Modules: modules }),
      '.terraform/modules/far/main.tf': 'module "inner" {\n  source = "./modules/inner"\n}\n',
      '.terraform/modules/far/modules/inner/main.tf': machine(''),
    })
    expect(addresses).toEqual(['module.far.module.inner.aws_instance.a'])
    expect(says).toEqual([])
  })

  it('is stood for by an adapter, placed at the call that is written', () => {
    const adapter: ModuleAdapter = {
      sources: ['acme/web/aws'],
      versions: [
        {
          majors: [1, 2],
          files: {
            'main.tf': 'module "in" {\n  source = "./modules/in"\n}\noutput "id" {\n  value = module.in.id\n}\n',
            'modules/in/main.tf': `variable "type" {\n  default = "t3.micro"\n}\n${machine('  instance_type = var.type')}output "id" {\n  value = aws_instance.a.id\n}\n`,
          },
        },
      ],
    }
    const main =
      '# a\nmodule "web" {\n  source = "registry.terraform.io/acme/web/aws"\n}\nmodule "sub" {\n  source = "git::https://github.com/acme/terraform-aws-web.git//modules/in?ref=v1"\n  type   = "m5.large"\n}\n'
    const { at, show, says } = read({ 'main.tf': main }, { adapters: [adapter] })
    const inner = at('module.web.module.in.aws_instance.a')
    expect(main.slice(...inner.location.span)).toMatch(/^module "web" \{/)
    expect(inner.module).toEqual({ address: 'module.web.module.in', file: 'main.tf', line: 2 })
    expect(inner.fact('instance_type').at).toEqual(inner.location)
    expect(inner.source.values).toEqual({})
    expect(show(at('module.sub.aws_instance.a').fact('instance_type'))).toBe('"m5.large"')
    expect(says).toEqual([])
  })

  it('is stood for by the files of the version it asks for, also what it calls inside', () => {
    const inside = 'module "in" {\n  source = "./in"\n}\n'
    const of = (type: string) => ({ 'main.tf': inside, 'in/main.tf': machine(`  instance_type = "${type}"`) })
    const adapter: ModuleAdapter = {
      sources: ['acme/web/aws'],
      versions: [
        { majors: [3, 4], files: of('new') },
        { majors: [1, 2], files: of('old') },
      ],
    }
    const seen = (...body: string[]) => {
      const { at, show, says } = read({ 'main.tf': `module "web" {\n${body.join('\n')}\n}\n` }, { adapters: [adapter] })
      return says.length > 0 ? says : show(at('module.web.module.in.aws_instance.a').fact('instance_type'))
    }
    const source = 'source = "acme/web/aws"'
    expect(seen(source)).toBe('"new"')
    expect(seen(source, 'version = ">= 2.0"')).toBe('"new"')
    expect(seen(source, 'version = "~> 2.5"')).toBe('"old"')
    expect(seen(source, 'version = ">= 1.0, < 3.0"')).toBe('"old"')
    expect(seen('source = "git::https://github.com/acme/terraform-aws-web.git?ref=v1.2.3"')).toBe('"old"')
    expect(seen('source = "git::https://github.com/acme/terraform-aws-web.git?depth=1&ref=refs/tags/2.0.0"')).toBe(
      '"old"',
    )
    expect(seen('source = "git::https://github.com/acme/terraform-aws-web.git?ref=main"')).toBe('"new"')
    expect(seen(source, 'version = ">= 5.0"')).toEqual([
      'main.tf: Module "web" (acme/web/aws >= 5.0) is not on this machine, and of its versions Outlay knows 1 to 4 by itself; "terraform init" downloads it. Until then what it makes is not counted.',
    ])
  })

  it('calls itself: a cycle, said by name', () => {
    const { says, addresses } = read({
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': `module "b" {\n  source = "../b"\n}\n${machine('')}`,
      'b/main.tf': 'module "a" {\n  source = "../a"\n}\n',
    })
    expect(addresses).toEqual(['module.a.aws_instance.a'])
    expect(says).toEqual(['b/main.tf: Module "a" calls a module that calls it: it is read once.'])
  })

  it('doubles at every step: it ends', () => {
    const two = (next: string) => `module "x" {\n  source = "../${next}"\n}\nmodule "y" {\n  source = "../${next}"\n}\n`
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`m${i}/main.tf`, two(`m${i + 1}`)]))
    const { says } = read({ ...files, 'm25/main.tf': machine('') }, {}, 'm0')
    expect(says[0]).toMatch(/is one of more modules than Outlay reads: it is not counted\.$/)
  })
})

describe('values that go round', () => {
  it('between modules are a cycle', () => {
    const { at, show } = read({
      'main.tf': `module "a" {\n  source = "./a"\n  x = module.b.x\n}\nmodule "b" {\n  source = "./a"\n  x = module.a.x\n}\n${machine('  ami = module.a.x')}`,
      'a/main.tf': 'variable "x" {}\noutput "x" {\n  value = var.x\n}\n',
    })
    expect(show(at('aws_instance.a').fact('ami'))).toBe('? cycle')
  })

  it('between a count and what it counts are a cycle', () => {
    const { blocks, show } = read({
      'main.tf': 'resource "t" "a" {\n  count = length(t.b)\n}\nresource "t" "b" {\n  count = length(t.a)\n}\n',
    })
    expect(blocks.map(({ count }) => show(count))).toEqual(['? cycle', '? cycle'])
  })
})
