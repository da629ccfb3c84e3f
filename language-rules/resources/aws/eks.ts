// https://aws.amazon.com/eks/pricing/
import { fact, isUnwritten, line, monthOf, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { isExtended } from './ec2/supported-versions.ts'

/** Hours past standard support cost more; on which day that is, goes by the day of the price book. */
function supportLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const policy = fact(resource, 'supportType')
  const version = fact(resource, 'version')
  // Without a version the newest is taken; a cluster without extended support is moved on when its version's time is over.
  if (valueOf(policy) === 'STANDARD' || isUnwritten(version)) return []
  const written = valueOf(version)
  const extended = written === undefined ? undefined : isExtended(String(written), prices.asOf)
  if (extended === false) return []
  const why = written === undefined ? mapKnown(version, Number) : monthOf(resource)
  const hours = extended ? monthOf(resource) : why
  return [
    serviceLine(resource, prices, 'Extended support', 'hour', hours, {
      service: 'eks',
      item: 'extended support surcharge',
    }),
  ]
}

/** A tier of a provisioned control plane costs what the list says on top of the cluster. */
function tierLine(resource: Resource, prices: PriceBook): readonly Line[] {
  const tier = fact(resource, 'tier')
  if (isUnwritten(tier) || valueOf(tier) === 'standard') return []
  const price = priceFor(resource, [tier], (region, name) =>
    prices.service('aws', 'eks', `provisioned control plane ${name!.replace('tier-', '').toUpperCase()}`, region),
  )
  return [line('Provisioned control plane', 'hour', monthOf(resource), price)]
}

function autoModeLines(resource: Resource): readonly Line[] {
  const enabled = fact(resource, 'autoMode')
  if (isUnwritten(enabled) || String(valueOf(enabled)) === 'false') return []
  // Which machines it starts is decided when pods are scheduled: the machine's own hour and what auto mode takes on it.
  return [line('Auto mode nodes', 'hour', usage(resource, 'autoModeNodeHours'), 'dynamic')]
}

const cluster = defineResource({
  id: 'aws/eks-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/eks/pricing/',
  shape: {
    version: 'Kubernetes version; without it, the newest',
    supportType: 'EXTENDED or STANDARD: what happens when the standard support of the version ends',
    tier: 'tier of a provisioned control plane: tier-xl, tier-2xl …; without it, standard',
    autoMode: 'whether EKS starts the nodes itself',
  },
  usage: { autoModeNodeHours: 'hours of nodes that auto mode starts' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Control plane', 'hour', monthOf(resource), {
      service: 'eks',
      item: 'control plane',
    }),
    ...supportLines(resource, prices),
    ...tierLine(resource, prices),
    ...autoModeLines(resource),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
    terraform: {
      aws_eks_cluster: {
        facts: {
          version: 'version',
          supportType: 'upgrade_policy.support_type',
          tier: 'control_plane_scaling_config.tier',
          autoMode: 'compute_config.enabled',
        },
      },
    },
    // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
    sdk: {
      'aws.eks.create_cluster': {
        facts: {
          version: 'version',
          supportType: 'upgradePolicy.supportType',
          tier: 'controlPlaneScalingConfig.tier',
          autoMode: 'computeConfig.enabled',
        },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: (resource) => {
    const version = valueOf(fact(resource, 'version'))
    return version === undefined ? 'EKS cluster' : `EKS ${version}`
  },
})

/** As Terraform writes them, and as the list does. */
const capabilities: Readonly<Record<string, string>> = { ACK: 'ACK', ARGOCD: 'Argo CD', KRO: 'kro' }

/** What the capability manages is billed by the hour too, by how much there is of it. */
const capability = defineResource({
  id: 'aws/eks-capability',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/eks/pricing/',
  shape: { kind: 'ACK, ARGOCD or KRO' },
  usage: { managedResourceHours: 'hours of resources it manages, all of them together' },
  lines: (resource, prices) => [
    line(
      'Capability',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'kind')], (region, kind) =>
        prices.service('aws', 'eks', `capability ${capabilities[kind!] ?? kind}`, region),
      ),
    ),
    line('Managed resources', 'hour', usage(resource, 'managedResourceHours'), 'no-price'),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_capability
    terraform: { aws_eks_capability: { facts: { kind: 'type' } } },
  },
  label: () => 'EKS capability',
})

/** Pods are billed, not the profile that says which of them run there. */
const fargateProfile = defineResource({
  id: 'aws/eks-fargate-profile',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fargate/pricing/',
  shape: {},
  usage: { vcpuHours: 'vCPU-hours of the pods', memoryGBHours: 'GB-hours of memory of the pods' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Pod vCPU', 'vCPU-hour', usage(resource, 'vcpuHours'), {
      service: 'fargate',
      item: 'vCPU',
    }),
    serviceLine(resource, prices, 'Pod memory', 'GB-hour', usage(resource, 'memoryGBHours'), {
      service: 'fargate',
      item: 'memory',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_fargate_profile
    terraform: { aws_eks_fargate_profile: { facts: {} } },
  },
  label: () => 'EKS pods on Fargate',
})

export const resources = [cluster, capability, fargateProfile]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a control plane, 730 h × $0.10; past its standard support 730 h × ($0.10 + $0.50); not where it is moved on',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "newest" {
  name = "newest"
}

resource "aws_eks_cluster" "current" {
  name    = "current"
  version = "1.35"
}

resource "aws_eks_cluster" "old" {
  name    = "old"
  version = "1.30"
}

resource "aws_eks_cluster" "ancient" {
  name    = "ancient"
  version = "1.21"
}

resource "aws_eks_cluster" "moved" {
  name    = "moved"
  version = "1.30"

  upgrade_policy {
    support_type = "STANDARD"
  }
}
`,
    sees: [
      { address: 'aws_eks_cluster.newest', usd: 73, status: 'priced', lines: ['Control plane'] },
      { address: 'aws_eks_cluster.current', usd: 73, status: 'priced', lines: ['Control plane'] },
      { address: 'aws_eks_cluster.old', usd: 438, status: 'priced', lines: ['Control plane', 'Extended support'] },
      { address: 'aws_eks_cluster.ancient', usd: 438, status: 'priced' },
      { address: 'aws_eks_cluster.moved', usd: 73, status: 'priced', lines: ['Control plane'] },
    ],
  },
  {
    name: 'the version is a variable without a default: whether its support is over is not known; nor what auto mode starts',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "version_of_kubernetes" {}

resource "aws_eks_cluster" "open" {
  name    = "open"
  version = var.version_of_kubernetes

  compute_config {
    enabled = true
  }
}
`,
    sees: [
      {
        address: 'aws_eks_cluster.open',
        usd: 73,
        status: 'partial',
        lines: ['Control plane', 'Extended support', 'Auto mode nodes'],
        unknown: ['Extended support: absent', 'Auto mode nodes: dynamic'],
      },
    ],
  },
  {
    name: 'a provisioned control plane: 730 h × ($0.10 + $1.65)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "large" {
  name    = "large"
  version = "1.35"

  control_plane_scaling_config {
    tier = "tier-xl"
  }
}
`,
    sees: [
      {
        address: 'aws_eks_cluster.large',
        usd: 1277.5,
        status: 'priced',
        lines: ['Control plane', 'Provisioned control plane'],
      },
    ],
  },
  {
    name: 'a capability, 730 h × $0.03, and what it manages',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_capability" "argocd" {
  cluster_name    = "main"
  capability_name = "argocd"
  type            = "ARGOCD"
}
`,
    sees: [
      {
        address: 'aws_eks_capability.argocd',
        usd: 21.9,
        status: 'partial',
        unknown: ['Managed resources: no-price'],
      },
    ],
  },
  {
    name: 'pods on Fargate are use: with 1,460 vCPU-hours × $0.04048 and 2,920 GB-hours × $0.004445 told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_fargate_profile" "told" {
  cluster_name         = "main"
  fargate_profile_name = "told"
}

resource "aws_eks_fargate_profile" "untold" {
  cluster_name         = "main"
  fargate_profile_name = "untold"
}
`,
    usage: { 'aws_eks_fargate_profile.told': { vcpuHours: 1460, memoryGBHours: 2920 } },
    sees: [
      { address: 'aws_eks_fargate_profile.told', usd: 72.08, status: 'priced' },
      {
        address: 'aws_eks_fargate_profile.untold',
        usd: null,
        status: 'partial',
        unknown: ['Pod vCPU: usage', 'Pod memory: usage'],
      },
    ],
  },
]
