import { describe, expect, it } from 'vitest'
import { fileDocument } from '../../../../core/document.ts'
import type { Block } from '../../../../core/format.ts'
import { engine } from '../engine.ts'
import { planBlocks } from './blocks.ts'

const planned = (address: string, values: object, more: object = {}) => {
  const [type, name] = address
    .replace(/\[[^\]]*\]/g, '')
    .split('.')
    .slice(-2)
  return { address, mode: 'managed', type, name, provider_name: 'registry.terraform.io/hashicorp/aws', values, ...more }
}

/** Two web servers and a pool of the module, as `terraform show -json` prints them. */
const whole = {
  format_version: '1.2',
  variables: { region: { value: 'eu-west-1' } },
  planned_values: {
    root_module: {
      resources: [
        planned('aws_instance.web[0]', {
          instance_type: 'm7g.large',
          tags_all: { team: 'ml', n: '0' },
          subnet_id: null,
        }),
        planned('aws_instance.web[1]', { instance_type: 'm7g.xlarge', tags_all: { team: 'ml', n: '1' } }),
        planned('data.aws_ami.x', {}, { mode: 'data' }),
      ],
      child_modules: [
        {
          address: 'module.pool["a.b"]',
          resources: [
            planned('module.pool["a.b"].aws_autoscaling_group.pool', {
              max_size: 4,
              launch_template: [{ name: 'pool', version: '$Latest' }],
              availability_zones: ['us-west-2a', 'us-west-2b'],
            }),
            planned('module.pool["a.b"].aws_launch_template.pool', {
              instance_type: 'g5.xlarge',
              block_device_mappings: [{ ebs: [{ volume_size: 100 }] }, { ebs: [{ volume_size: 200 }] }],
            }),
          ],
        },
      ],
    },
  },
  resource_changes: [
    { address: 'aws_instance.web[0]', change: { after_unknown: { id: true, ami: true, ipv6_addresses: true } } },
  ],
  configuration: {
    provider_config: {
      aws: { name: 'aws', expressions: { region: { references: ['var.region'] } } },
      'module.pool:aws.west': { name: 'aws', alias: 'west', expressions: { region: { constant_value: 'us-west-2' } } },
    },
    root_module: {
      resources: [{ address: 'aws_instance.web', provider_config_key: 'aws', expressions: {} }],
      module_calls: {
        pool: {
          module: {
            resources: [
              {
                address: 'aws_autoscaling_group.pool',
                provider_config_key: 'module.pool:aws.west',
                expressions: {
                  launch_template: [
                    { id: { references: ['aws_launch_template.pool.id', 'aws_launch_template.pool'] } },
                  ],
                },
              },
              { address: 'aws_launch_template.pool', provider_config_key: 'module.pool:aws.west', expressions: {} },
            ],
          },
        },
      },
    },
  },
}

const source = `resource "aws_instance" "web" {
  count         = 2
  instance_type = var.sizes[count.index]
}
`

function read(plan: unknown, text = source) {
  const evaluated = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  const document = fileDocument('plan.json', 'json', typeof plan === 'string' ? plan : JSON.stringify(plan))
  return planBlocks(document, evaluated, [document], { region: {} })
}

const find = (blocks: readonly Block[], address: string) => blocks.find((block) => block.address === address)!
const shown = (value: {
  readonly is: string
  readonly value?: unknown
  readonly among?: unknown
  readonly why?: string
}) => value.value ?? value.among ?? value.why

describe('a plan', () => {
  it('says what the source leaves open, and stands where the source makes it', () => {
    const { blocks, problems } = read(whole)
    const web = find(blocks, 'aws_instance.web')
    expect(problems).toEqual([])
    expect(blocks.map(({ address }) => address)).toEqual([
      'aws_instance.web',
      'module.pool["a.b"].aws_autoscaling_group.pool',
      'module.pool["a.b"].aws_launch_template.pool',
    ])
    expect(shown(web.count)).toBe(2)
    expect(shown(web.fact('instance_type'))).toEqual(['m7g.large', 'm7g.xlarge'])
    expect(web.instances().map((one) => [one.address, shown(one.fact('instance_type'))])).toEqual([
      ['aws_instance.web[0]', 'm7g.large'],
      ['aws_instance.web[1]', 'm7g.xlarge'],
    ])
    expect(web.tags).toEqual({ team: 'ml' })
    expect(web.location).toEqual({ file: 'main.tf', span: [0, source.trimEnd().length] })
  })

  it('leaves unknown what is known only after apply; null was not written', () => {
    const [first] = find(read(whole).blocks, 'aws_instance.web').instances()
    expect(shown(first!.fact('ami'))).toBe('dynamic')
    expect(shown(first!.list('ipv6_addresses'))).toBe('dynamic')
    expect(first!.fact('subnet_id')).toEqual({ is: 'unknown', why: 'absent' })
  })

  it('names the region of the provider, through a variable and of a module of its own', () => {
    const { blocks } = read(whole)
    expect(blocks.map(({ region }) => shown(region))).toEqual(['eu-west-1', 'us-west-2', 'us-west-2'])
  })

  it('reads nested blocks and lists', () => {
    const template = find(read(whole).blocks, 'module.pool["a.b"].aws_launch_template.pool')
    expect(template.nested('block_device_mappings').map((each) => shown(each.fact('ebs.volume_size')))).toEqual([
      100, 200,
    ])
    const pool = find(read(whole).blocks, 'module.pool["a.b"].aws_autoscaling_group.pool')
    const zones = pool.list('availability_zones')
    expect(zones.is === 'known' && zones.value.map(shown)).toEqual(['us-west-2a', 'us-west-2b'])
  })

  it('follows what a block refers to, and back', () => {
    const { blocks } = read(whole)
    const pool = find(blocks, 'module.pool["a.b"].aws_autoscaling_group.pool')
    const template = pool.target('launch_template.id', 'aws_launch_template')
    expect(template?.address).toBe('module.pool["a.b"].aws_launch_template.pool')
    expect(template?.referredBy('aws_autoscaling_group').map(({ address }) => address)).toEqual([pool.address])
  })

  it('without source, stands at its address in the plan', () => {
    const text = JSON.stringify(whole, null, 2)
    const { location } = find(read(text, '').blocks, 'module.pool["a.b"].aws_launch_template.pool')
    expect(location.file).toBe('plan.json')
    expect(text.slice(...location.span)).toBe(JSON.stringify('module.pool["a.b"].aws_launch_template.pool'))
  })

  it('goes through inputs and outputs of modules', () => {
    const text = JSON.stringify({
      format_version: '1.0',
      planned_values: {
        root_module: {
          child_modules: [
            { address: 'module.a', resources: [planned('module.a.aws_launch_template.t', {})] },
            { address: 'module.b', resources: [planned('module.b.aws_autoscaling_group.g', {})] },
          ],
        },
      },
      configuration: {
        root_module: {
          module_calls: {
            a: {
              module: {
                resources: [{ address: 'aws_launch_template.t' }],
                outputs: { template: { expression: { references: ['aws_launch_template.t.id'] } } },
              },
            },
            b: {
              expressions: { template: { references: ['module.a.template', 'module.a'] } },
              module: {
                resources: [
                  {
                    address: 'aws_autoscaling_group.g',
                    expressions: { launch_template: [{ id: { references: ['var.template'] } }] },
                  },
                ],
              },
            },
          },
        },
      },
    })
    const group = find(read(text, '').blocks, 'module.b.aws_autoscaling_group.g')
    expect(group.target('launch_template.id')?.address).toBe('module.a.aws_launch_template.t')
  })
})

describe('what is no plan is told in words, and the source counts', () => {
  it.each([
    ['nothing at all', '', 'This is not JSON.'],
    ['half of one', '{"format_version": "1.2", "planned', 'This is not JSON.'],
    ['the plan file itself', 'PK\u0003\u0004', 'This is not JSON.'],
    ['another JSON', '{"a": 1}', 'This is no Terraform plan'],
    ['a format to come', '{"format_version": "2.0", "planned_values": {}}', 'This plan has format 2.0'],
  ])('%s', (_, text, says) => {
    const { blocks, problems } = read(text)
    expect(blocks.map(({ address }) => address)).toEqual(['aws_instance.web'])
    expect(problems.map(({ file, message }) => [file, message.startsWith(says)])).toEqual([['plan.json', true]])
  })

  it('members of a kind that was not foreseen are passed over', () => {
    const { blocks } = read({ format_version: '1.2', planned_values: { root_module: { resources: [null, 3, 'x'] } } })
    expect(blocks).toEqual([])
  })
})

it('a plan of 60 MB is read', () => {
  const filler = 'x'.repeat(2000)
  const resources = Array.from({ length: 30_000 }, (_, i) =>
    planned(`aws_instance.web[${i}]`, { instance_type: 'm7g.large', user_data: filler }),
  )
  const { blocks } = read({ format_version: '1.2', planned_values: { root_module: { resources } } }, '')
  expect(shown(blocks[0]!.count)).toBe(30_000)
  expect(shown(blocks[0]!.fact('instance_type'))).toBe('m7g.large')
})
