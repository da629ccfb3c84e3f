// https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
import { fact, line } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'

/**
 * AWS's own cost nothing beside what they run on. The name of another seller's, from the Marketplace, begins with who sells it,
 * `dynatrace_dynatrace-operator`, and what it costs is the seller's word.
 */
function lines(resource: Resource): readonly Line[] {
  const name = fact(resource, 'addon')
  if (name.is === 'unknown') return [line('Add-on', 'month', fixed(resource, 1), name.why)]
  return String(valueOf(name)).includes('_')
    ? [line('Add-on of another seller', 'month', fixed(resource, 1), 'unsupported')]
    : []
}

const addon = defineResource({
  id: 'aws/eks-addon',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/eks/pricing/',
  shape: { addon: 'vpc-cni, coredns, …, or one of another seller' },
  lines,
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_addon
  from: { terraform: { aws_eks_addon: { facts: { addon: 'addon_name' } } } },
  label: () => 'EKS add-on',
})

export const resources = [addon]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an add-on of AWS is free, one of another seller costs what its seller asks',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_addon" "network" {
  cluster_name = "main"
  addon_name   = "vpc-cni"
}

resource "aws_eks_addon" "watch" {
  cluster_name = "main"
  addon_name   = "dynatrace_dynatrace-operator"
}
`,
    sees: [
      { address: 'aws_eks_addon.network', usd: null, status: 'free' },
      {
        address: 'aws_eks_addon.watch',
        usd: null,
        status: 'unknown',
        unknown: ['Add-on of another seller: unsupported'],
      },
    ],
  },
]
