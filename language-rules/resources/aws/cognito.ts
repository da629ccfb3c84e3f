// https://aws.amazon.com/cognito/pricing/
import { fact, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const pool = defineResource({
  id: 'aws/cognito-user-pool',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cognito/pricing/',
  shape: { tier: 'LITE, ESSENTIALS or PLUS' },
  usage: { users: 'users active in a month, those that are free taken off' },
  lines: (resource, prices) => [
    line(
      'Active users',
      'user-month',
      usage(resource, 'users'),
      priceFor(resource, [fact(resource, 'tier')], (region, tier) =>
        prices.service('aws', 'cognito', `${tier.toLowerCase()} user`, region),
      ),
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool
  from: { terraform: { aws_cognito_user_pool: { facts: { tier: 'user_pool_tier' } } } },
  label: () => 'user pool',
})

export const resources = [pool]

export const examples: readonly ResourceExample[] = [
  {
    name: 'active users by tier: 1,000 × $0.015; a tier nobody writes is not known',
    terraform: `provider "aws" {
  region = "ap-northeast-1"
}

resource "aws_cognito_user_pool" "users" {
  name           = "users"
  user_pool_tier = "ESSENTIALS"
}

resource "aws_cognito_user_pool" "untold" {
  name = "untold"
}
`,
    usage: { '*.users': { users: 1000 } },
    sees: [
      { address: 'aws_cognito_user_pool.users', usd: 15, status: 'priced', assumed: ['users'] },
      { address: 'aws_cognito_user_pool.untold', usd: null, status: 'unknown', unknown: ['Active users: absent'] },
    ],
  },
]
