// https://aws.amazon.com/grafana/pricing/: each workspace has at least one editor's licence, even if nobody logs in.
import { usage } from '../../../core/estimate/resource-line.ts'
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

export const resources = [workspace]

export const free: readonly string[] = [
  'aws_grafana_role_association',
  'aws_grafana_workspace_api_key',
  'aws_grafana_workspace_saml_configuration',
  'aws_grafana_workspace_service_account',
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
]
