// https://cloud.google.com/apigee/pricing: by the environment and the region it runs in, where one pays as one goes
import { fact, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { worldwide } from './location.ts'

const types: Readonly<Record<string, string>> = {
  BASE: 'base environment',
  INTERMEDIATE: 'intermediate environment',
  COMPREHENSIVE: 'comprehensive environment',
}

/** Each instance it is attached to is one of a region. */
function regionsOf(block: Block): Known<Fact> {
  const attached = block.referredBy('google_apigee_instance_attachment')
  if (attached.length === 0) return assumed<Fact>(1, block.location)
  return totalOf(
    attached.map(({ count }) => count),
    block.location,
  )
}

const billingOf = (block: Block): Known<Fact> =>
  block.target('org_id', 'google_apigee_organization')?.fact('billing_type') ?? unknown('absent')

const environment = defineResource({
  id: 'gcp/apigee-environment',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/apigee/pricing',
  shape: {
    type: 'BASE, INTERMEDIATE or COMPREHENSIVE',
    regions: 'instances that it is attached to',
    billing: 'EVALUATION, SUBSCRIPTION or PAYG, as its organization says',
  },
  usage: { requests: 'API calls in a month' },
  assumes: [{ what: 'billing', value: 'pay as you go', from: 'an organization that says nothing else' }],
  lines: (resource, prices) => {
    const billing = valueOf(fact(resource, 'billing'))
    if (billing === 'EVALUATION') return []
    const item = types[String(valueOf(fact(resource, 'type')))]
    const price = item === undefined ? 'dynamic' : worldwide(prices, 'apigee', item)
    const hours = product(numberFact(resource, 'regions'), monthOf(resource))
    return [
      // a subscription is what its contract says
      line('Environment', 'hour', hours, billing === 'SUBSCRIPTION' ? 'dynamic' : price),
      line('API calls', 'request', usage(resource, 'requests'), 'no-price'),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/apigee_environment
    terraform: {
      google_apigee_environment: {
        facts: { type: 'type', regions: regionsOf, billing: billingOf },
      },
    },
  },
  label: (resource) => `Apigee environment ${valueOf(fact(resource, 'type')) ?? ''}`.trim(),
})

export const resources = [environment]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an intermediate environment in two regions, 2 × 730 h × $2; one that only evaluates is free; of a subscription the contract decides',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_apigee_organization" "paid" {
  billing_type = "PAYG"
}

resource "google_apigee_environment" "prod" {
  name   = "prod"
  org_id = google_apigee_organization.paid.id
  type   = "INTERMEDIATE"
}

resource "google_apigee_instance_attachment" "prod" {
  count       = 2
  instance_id = "eu-\${count.index}"
  environment = google_apigee_environment.prod.name
}

resource "google_apigee_organization" "trial" {
  billing_type = "EVALUATION"
}

resource "google_apigee_environment" "trial" {
  name   = "trial"
  org_id = google_apigee_organization.trial.id
}

resource "google_apigee_organization" "contract" {
  billing_type = "SUBSCRIPTION"
}

resource "google_apigee_environment" "contract" {
  name   = "contract"
  org_id = google_apigee_organization.contract.id
  type   = "BASE"
}
`,
    sees: [
      {
        address: 'google_apigee_environment.prod',
        usd: 2920,
        status: 'partial',
        lines: ['Environment', 'API calls'],
        unknown: ['API calls: no-price'],
      },
      { address: 'google_apigee_environment.trial', usd: null, status: 'free' },
      {
        address: 'google_apigee_environment.contract',
        usd: null,
        status: 'unknown',
        unknown: ['Environment: dynamic', 'API calls: no-price'],
      },
    ],
  },
]
