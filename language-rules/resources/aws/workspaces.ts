// https://aws.amazon.com/workspaces/pricing/
import { fact, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'

/** By the month always on, or a smaller fee and each hour of use where it stops by itself. */
function workspaceLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const bundle = fact(resource, 'bundle')
  const at = (item: string) =>
    priceFor(resource, [bundle], (region, name) => prices.service('aws', 'workspaces', `${name} ${item}`, region))
  const running = fact(resource, 'running')
  if (running.is === 'unknown') return [line('Workspace', 'month', fixed(resource, 1), running.why)]
  if (valueOf(running) === 'ALWAYS_ON') return [line('Workspace', 'month', fixed(resource, 1), at('monthly'))]
  return [
    line('Workspace', 'month', fixed(resource, 1), at('hourly, base')),
    line('Hours of use', 'hour', usage(resource, 'hours'), at('hourly')),
  ]
}

const workspace = defineResource({
  id: 'aws/workspace',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/workspaces/pricing/',
  shape: { bundle: 'compute type: VALUE, STANDARD, PERFORMANCE, POWER, GRAPHICS …', running: 'ALWAYS_ON or AUTO_STOP' },
  usage: { hours: 'hours of use in a month, where it stops by itself' },
  lines: workspaceLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace
    terraform: {
      aws_workspaces_workspace: {
        facts: {
          bundle: 'workspace_properties.compute_type_name',
          running: 'workspace_properties.running_mode',
        },
      },
    },
  },
  label: () => 'workspace',
})

export const resources = [workspace]

export const examples: readonly ResourceExample[] = [
  {
    name: 'without a row they have no price, and never cost nothing',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_workspaces_workspace" "desk" {
  directory_id = "d-1"
  bundle_id    = "wsb-1"
  user_name    = "jane"
  workspace_properties {
    compute_type_name = "STANDARD"
    running_mode      = "AUTO_STOP"
  }
}

resource "aws_workspaces_workspace" "always" {
  directory_id = "d-1"
  bundle_id    = "wsb-1"
  user_name    = "joe"
}
`,
    sees: [
      {
        address: 'aws_workspaces_workspace.desk',
        usd: null,
        status: 'unknown',
        unknown: ['Workspace: no-price', 'Hours of use: no-price'],
      },
      { address: 'aws_workspaces_workspace.always', usd: null, status: 'unknown', unknown: ['Workspace: absent'] },
    ],
  },
]
