// https://aws.amazon.com/systems-manager/pricing/
import { fact, monthOf, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'ssm'

const calls: readonly Used[] = [
  {
    label: 'API calls',
    unit: 'request',
    name: 'requests',
    meaning: 'calls to advanced parameters in a month',
    price: { service, item: 'parameter API, advanced' },
  },
]

/** A standard parameter costs nothing, nor do calls to it at standard throughput; intelligent tiering decides by what is stored. */
function parameterLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const tier = fact(resource, 'tier')
  const name = valueOf(tier)
  if (name === 'Standard') return []
  const isOpen = name === 'Intelligent-Tiering' || tier.is === 'unknown'
  const quantity = isOpen ? unknown<number>(tier.is === 'unknown' ? tier.why : 'dynamic') : fixed(resource, 1)
  return [
    serviceLine(resource, prices, 'Advanced parameter', 'month', quantity, { service, item: 'parameter, advanced' }),
    ...usedLines(resource, prices, calls),
  ]
}

const parameter = defineResource({
  id: 'aws/ssm-parameter',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/systems-manager/pricing/',
  shape: { tier: 'Standard, Advanced or Intelligent-Tiering' },
  usage: usageOf(calls),
  lines: parameterLines,
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter
  from: { terraform: { aws_ssm_parameter: { facts: { tier: ['tier', 'Standard'] } } } },
  label: () => 'parameter',
})

/** Machines outside AWS that register by it; the standard tier costs nothing up to 1,000 in an account and region. */
const activation = defineResource({
  id: 'aws/ssm-activation',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/systems-manager/pricing/',
  shape: {},
  usage: { instances: 'machines registered in the advanced tier, mean of the month' },
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Advanced on-premises machines',
      'hour',
      product(usage(resource, 'instances'), monthOf(resource)),
      { service, item: 'on-premises instance, advanced' },
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_activation
  from: { terraform: { aws_ssm_activation: { facts: {} } } },
  label: () => 'activation',
})

export const resources = [parameter, activation]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a standard parameter is free; 20 machines of the advanced tier: 20 × 730 h × $0.00695',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ssm_parameter" "plain" {
  name  = "plain"
  type  = "String"
  value = "x"
}

resource "aws_ssm_activation" "office" {
  iam_role = "role"
}

resource "aws_ssm_activation" "untold" {
  iam_role = "role"
}
`,
    usage: { 'aws_ssm_activation.office': { instances: 20 } },
    sees: [
      { address: 'aws_ssm_parameter.plain', usd: null, status: 'free', assumed: ['tier'] },
      { address: 'aws_ssm_activation.office', usd: 101.47, status: 'priced' },
      {
        address: 'aws_ssm_activation.untold',
        usd: null,
        status: 'partial',
        unknown: ['Advanced on-premises machines: usage'],
      },
    ],
  },
]
