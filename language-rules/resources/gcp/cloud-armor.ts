// https://cloud.google.com/armor/pricing
import { fact, line, numberFact, usage } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { worldwide } from './location.ts'

const docs = 'https://cloud.google.com/armor/pricing'
const service = 'cloud-armor'

/** Rules that are written in the policy; those of their own are billed where they are made. */
const rulesOf = (block: Block): Known<Fact> =>
  totalOf(
    block.nested('rule').map(({ count }) => count),
    block.location,
  )

const mapping: FormatMapping = { facts: { rules: rulesOf } }

const policy = defineResource({
  id: 'gcp/security-policy',
  cloud: 'gcp',
  docs,
  shape: { rules: 'rules that are written in the policy' },
  usage: { requests: 'requests that its rules look at in a month' },
  assumes: [
    { what: 'tier', value: 'Cloud Armor Standard', from: 'a project that is not enrolled in Cloud Armor Enterprise' },
  ],
  lines: (resource, prices) => [
    line('Policy', 'policy-month', fixed(resource, 1), worldwide(prices, service, 'policy')),
    line('Rules', 'rule-month', numberFact(resource, 'rules'), worldwide(prices, service, 'rule')),
    line('Requests', 'request', usage(resource, 'requests'), worldwide(prices, service, 'requests')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_security_policy
    terraform: {
      google_compute_security_policy: mapping,
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_region_security_policy
      google_compute_region_security_policy: {
        facts: {
          rules: (block) =>
            totalOf(
              block.nested('rules').map(({ count }) => count),
              block.location,
            ),
        },
      },
    },
  },
  label: () => 'Cloud Armor policy',
})

const rule = defineResource({
  id: 'gcp/security-policy-rule',
  cloud: 'gcp',
  docs,
  shape: {},
  lines: (resource, prices) => [line('Rule', 'rule-month', fixed(resource, 1), worldwide(prices, service, 'rule'))],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_security_policy_rule
    terraform: {
      google_compute_security_policy_rule: { facts: {} },
      google_compute_region_security_policy_rule: { facts: {} },
    },
  },
  label: () => 'Cloud Armor rule',
})

/** A project that pays as it goes, or the subscription of the whole billing account. */
const tiers: Readonly<Record<string, string>> = {
  CA_ENTERPRISE_PAYGO: 'enterprise project',
  CA_ENTERPRISE_ANNUAL: 'enterprise account',
}

const tier = defineResource({
  id: 'gcp/cloud-armor-tier',
  cloud: 'gcp',
  // its table of both tiers has the prices
  docs: 'https://cloud.google.com/armor/docs/armor-enterprise-overview',
  shape: { tier: 'CA_STANDARD, CA_ENTERPRISE_PAYGO or CA_ENTERPRISE_ANNUAL' },
  lines: (resource, prices) => {
    const name = valueOf(fact(resource, 'tier'))
    if (name === 'CA_STANDARD') return []
    const item = tiers[String(name)]
    const price = item === undefined ? 'dynamic' : worldwide(prices, service, item)
    return [line('Cloud Armor Enterprise', 'month', fixed(resource, 1), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_project_cloud_armor_tier
    terraform: { google_compute_project_cloud_armor_tier: { facts: { tier: 'cloud_armor_tier' } } },
  },
  label: () => 'Cloud Armor tier',
})

export const resources = [policy, rule, tier]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a policy with two rules, $5 + 2 × $1 + 3,000,000 × $0.75 a million; a rule of its own $1; Enterprise $200 a month for a project that pays as it goes, Standard nothing',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_security_policy" "web" {
  name = "web"

  rule {
    action   = "deny(403)"
    priority = 1000
  }

  rule {
    action   = "allow"
    priority = 2147483647
  }
}

resource "google_compute_security_policy_rule" "more" {
  security_policy = google_compute_security_policy.web.name
  action          = "allow"
  priority        = 100
}

resource "google_compute_region_security_policy" "edge" {
  name   = "edge"
  region = "us-central1"
}

resource "google_compute_project_cloud_armor_tier" "paid" {
  cloud_armor_tier = "CA_ENTERPRISE_PAYGO"
}

resource "google_compute_project_cloud_armor_tier" "standard" {
  cloud_armor_tier = "CA_STANDARD"
}
`,
    usage: { 'google_compute_security_policy.web': { requests: 3_000_000 } },
    sees: [
      {
        address: 'google_compute_security_policy.web',
        usd: 9.25,
        status: 'priced',
        lines: ['Policy', 'Rules', 'Requests'],
      },
      { address: 'google_compute_security_policy_rule.more', usd: 1, status: 'priced' },
      { address: 'google_compute_region_security_policy.edge', usd: 5, status: 'partial' },
      { address: 'google_compute_project_cloud_armor_tier.paid', usd: 200, status: 'priced' },
      { address: 'google_compute_project_cloud_armor_tier.standard', usd: null, status: 'free' },
    ],
  },
]
