import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { fits } from '../../core/prices/user/wildcard.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'

const options = z.object({
  regions: z
    ._default(z.array(z.string()), [])
    .check(z.describe('Regions the team has agreed on, like "eu-central-1" or "eu-*". Empty: any.')),
})

export const rule = defineRule({
  id: 'unpreferred-region',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A resource stands in a region that the team has not agreed on.',
    why: 'Prices differ by region, traffic between regions is billed, and commitments hold for some regions only.',
    fix: 'Move it to one of the agreed regions, or add the region to the list.',
    unless: 'The list is empty, or users or law need the region.',
    source: 'https://www.finops.org/framework/capabilities/policy-governance/',
    notIn: {
      python: 'only what Terraform declares is governed',
      typescript: 'only what Terraform declares is governed',
    },
  },
  options,
  *check(resource, { options, estimate, document }) {
    const region = valueOf(resource.region)
    if (options.regions.length === 0 || region === undefined || region === 'global' || resource.source.call) return
    if (options.regions.some((pattern) => fits(pattern, region))) return
    yield {
      at: headerOf(resource, document),
      message: say`${region} is none of the agreed regions (${options.regions.join(', ')})${estimate.usd ? say`; this costs ${usd(estimate.usd)} a month there` : ''}. Move it, or add the region to the list.`,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Terraform, a region the team has not agreed on',
    lang: 'terraform',
    options: { regions: ['eu-*'] },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 100
}
`,
    finds: [
      {
        line: 5,
        message:
          'us-east-1 is none of the agreed regions (eu-*); this costs $8.00 a month there. Move it, or add the region to the list.',
      },
    ],
  },
  {
    name: 'Google Cloud, by the zone',
    lang: 'terraform',
    options: { regions: ['us-central1'] },
    code: `resource "google_compute_disk" "scratch" {
  name = "scratch"
  zone = "europe-west1-b"
  type = "pd-ssd"
  size = 100
}
`,
    finds: [
      {
        line: 1,
        message:
          'europe-west1 is none of the agreed regions (us-central1); this costs $17.00 a month there. Move it, or add the region to the list.',
      },
    ],
  },
  {
    name: 'an agreed one, and nothing agreed',
    lang: 'terraform',
    options: { regions: ['eu-central-1', 'us-*'] },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 100
}
`,
    finds: [],
  },
  {
    name: 'no list',
    lang: 'terraform',
    code: `provider "aws" {
  region = "sa-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "sa-east-1a"
  size              = 100
}
`,
    finds: [],
  },
]
