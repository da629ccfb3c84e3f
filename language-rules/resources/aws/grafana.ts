// https://aws.amazon.com/grafana/pricing/: each workspace has at least one editor's licence, even if nobody logs in.
import { fact, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { mapKnown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const workspace = defineResource({
  id: 'aws/grafana-workspace',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/grafana/pricing/',
  shape: {},
  usage: { editors: 'active editors and administrators, the first one counted', viewers: 'active viewers' },
  lines: (resource, prices) => {
    const further = mapKnown(usage(resource, 'editors'), (many) => Math.max(0, many - 1))
    const editor = { service: 'grafana', item: 'editor' }
    return [
      serviceLine(resource, prices, 'First editor', 'user-month', fixed(resource, 1), editor),
      serviceLine(resource, prices, 'Further editors', 'user-month', further, editor),
      serviceLine(resource, prices, 'Viewers', 'user-month', usage(resource, 'viewers'), {
        service: 'grafana',
        item: 'viewer',
      }),
    ]
  },
  from: { terraform: { aws_grafana_workspace: { facts: {} } } },
  label: () => 'Managed Grafana',
})

/**
 * Each service account is a user, billed in the months in which a program uses it, as its role is:
 * https://docs.aws.amazon.com/grafana/latest/userguide/service-accounts.html. An API key is what it replaces.
 */
const account = defineResource({
  id: 'aws/grafana-service-account',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/grafana/pricing/',
  shape: { role: 'ADMIN, EDITOR or VIEWER' },
  usage: { activeUsers: '1 where it is used in a month' },
  lines: (resource, prices) => {
    const price = priceFor(resource, [fact(resource, 'role')], (region, role) =>
      prices.service('aws', 'grafana', role === 'VIEWER' ? 'viewer' : 'editor', region),
    )
    return [line('User of the API', 'user-month', usage(resource, 'activeUsers'), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/grafana_workspace_service_account
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/grafana_workspace_api_key
    terraform: {
      aws_grafana_workspace_service_account: { facts: { role: 'grafana_role' } },
      aws_grafana_workspace_api_key: { facts: { role: 'key_role' } },
    },
  },
  label: () => 'Grafana service account',
})

export const resources = [workspace, account]

export const free: readonly string[] = [
  'aws_grafana_role_association',
  'aws_grafana_workspace_saml_configuration',
  'aws_grafana_workspace_service_account_token',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a workspace nobody looks at: $9',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_grafana_workspace" "main" {
  account_access_type = "CURRENT_ACCOUNT"
}
`,
    sees: [
      {
        address: 'aws_grafana_workspace.main',
        usd: 9,
        status: 'partial',
        lines: ['First editor', 'Further editors', 'Viewers'],
        unknown: ['Further editors: usage', 'Viewers: usage'],
      },
    ],
  },
  {
    name: '4 editors and 20 viewers: 4 × $9 + 20 × $5',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_grafana_workspace" "main" {
  account_access_type = "CURRENT_ACCOUNT"
}
`,
    usage: { 'aws_grafana_workspace.main': { editors: 4, viewers: 20 } },
    sees: [{ address: 'aws_grafana_workspace.main', usd: 136, status: 'priced' }],
  },
  {
    name: 'a program with a key of its own is a user while it is active: 1 × $9',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_grafana_workspace_service_account" "deploy" {
  name         = "deploy"
  grafana_role = "ADMIN"
  workspace_id = "g-1"
}

resource "aws_grafana_workspace_api_key" "old" {
  key_name        = "old"
  key_role        = "VIEWER"
  seconds_to_live = 3600
  workspace_id    = "g-1"
}
`,
    usage: { aws_grafana_workspace_service_account: { activeUsers: 1 } },
    sees: [
      { address: 'aws_grafana_workspace_service_account.deploy', usd: 9, status: 'priced' },
      {
        address: 'aws_grafana_workspace_api_key.old',
        usd: null,
        status: 'partial',
        unknown: ['User of the API: usage'],
      },
    ],
  },
]
