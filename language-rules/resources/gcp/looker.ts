// https://cloud.google.com/looker/pricing
import { fact, isUnwritten, line, numberFact } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { worldwide } from './location.ts'

const service = 'looker'

const instance = defineResource({
  id: 'gcp/looker-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/looker/pricing',
  shape: {
    edition: 'LOOKER_CORE_STANDARD, LOOKER_CORE_ENTERPRISE_ANNUAL, LOOKER_CORE_TRIAL …',
    standardUsers: 'standard users beside those of the edition',
    developerUsers: 'developers beside those of the edition',
    viewers: 'viewers beside those of the edition',
  },
  lines: (resource, prices) => {
    const edition = String(valueOf(fact(resource, 'edition')) ?? '')
    // a trial is not billed
    if (edition.includes('TRIAL')) return []
    const platform =
      edition === ''
        ? 'dynamic'
        : edition === 'LOOKER_CORE_STANDARD'
          ? worldwide(prices, service, 'standard platform')
          : 'no-price'
    const users = (label: string, name: string, item: string) => {
      const count = numberFact(resource, name)
      return isUnwritten(count) || valueOf(count) === 0
        ? []
        : [line(label, 'user-month', count, worldwide(prices, service, item))]
    }
    return [
      line('Platform', 'month', fixed(resource, 1), platform),
      ...users('Standard users', 'standardUsers', 'standard user'),
      ...users('Developers', 'developerUsers', 'developer user'),
      ...users('Viewers', 'viewers', 'viewer user'),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/looker_instance
    terraform: {
      google_looker_instance: {
        facts: {
          edition: ['platform_edition', 'LOOKER_CORE_TRIAL'],
          standardUsers: 'user_metadata.additional_standard_user_count',
          developerUsers: 'user_metadata.additional_developer_user_count',
          viewers: 'user_metadata.additional_viewer_user_count',
        },
      },
    },
  },
  label: () => 'Looker instance',
})

export const resources = [instance]

export const examples: readonly ResourceExample[] = [
  {
    name: 'the standard platform $5,000 a month, ten users × $60 and two developers × $125; a trial is free; another edition has no row',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_looker_instance" "bi" {
  name             = "bi"
  platform_edition = "LOOKER_CORE_STANDARD"

  user_metadata {
    additional_standard_user_count  = 10
    additional_developer_user_count = 2
  }
}

resource "google_looker_instance" "trial" {
  name = "trial"
}

resource "google_looker_instance" "enterprise" {
  name             = "enterprise"
  platform_edition = "LOOKER_CORE_ENTERPRISE_ANNUAL"
}
`,
    sees: [
      {
        address: 'google_looker_instance.bi',
        usd: 5850,
        status: 'priced',
        lines: ['Platform', 'Standard users', 'Developers'],
      },
      { address: 'google_looker_instance.trial', usd: null, status: 'free' },
      { address: 'google_looker_instance.enterprise', usd: null, status: 'unknown', unknown: ['Platform: no-price'] },
    ],
  },
]
