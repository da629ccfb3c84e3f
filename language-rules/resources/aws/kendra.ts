// https://aws.amazon.com/kendra/pricing/
import { fact, line, monthOf, numberFact, priceFor, product } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { bandOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'

/** The item of an edition, as Terraform names it; of another there is no row. */
const editionItem = (edition: string) => edition.toLowerCase().replaceAll('_', ' ')

/** Capacity beyond what comes with the edition. */
function unitLines(resource: Resource, prices: PriceBook, label: string, name: string, item: string): readonly Line[] {
  const units = numberFact(resource, name)
  if (bandOf(units)?.high === 0) return []
  return [serviceLine(resource, prices, label, 'hour', product(units, monthOf(resource)), { service: 'kendra', item })]
}

const index = defineResource({
  id: 'aws/kendra-index',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/kendra/pricing/',
  shape: {
    edition: 'DEVELOPER_EDITION, ENTERPRISE_EDITION or GEN_AI_ENTERPRISE_EDITION',
    queryUnits: 'units of query capacity beyond those of the edition',
    storageUnits: 'units of storage capacity beyond those of the edition',
  },
  lines: (resource, prices) => [
    line(
      'Index',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'edition')], (region, edition) =>
        prices.service('aws', 'kendra', editionItem(edition!), region),
      ),
    ),
    ...unitLines(resource, prices, 'Query capacity units', 'queryUnits', 'query capacity unit'),
    ...unitLines(resource, prices, 'Storage capacity units', 'storageUnits', 'storage capacity unit'),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kendra_index
    terraform: {
      aws_kendra_index: {
        facts: {
          edition: ['edition', 'ENTERPRISE_EDITION'],
          queryUnits: ['capacity_units.query_capacity_units', 0],
          storageUnits: ['capacity_units.storage_capacity_units', 0],
        },
      },
    },
  },
  label: () => 'Kendra',
})

export const resources = [index]

export const free: readonly string[] = [
  'aws_kendra_experience',
  'aws_kendra_faq',
  'aws_kendra_query_suggestions_block_list',
  'aws_kendra_thesaurus',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'for developers, 730 h × $1.125; for an enterprise, 730 h × $1.40 + 2 × 730 h × $0.70',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kendra_index" "trial" {
  name     = "trial"
  edition  = "DEVELOPER_EDITION"
  role_arn = "arn:aws:iam::123456789012:role/kendra"
}

resource "aws_kendra_index" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/kendra"

  capacity_units {
    query_capacity_units = 2
  }
}
`,
    sees: [
      { address: 'aws_kendra_index.trial', usd: 821.25, status: 'priced', lines: ['Index'] },
      {
        address: 'aws_kendra_index.main',
        usd: 2044,
        status: 'priced',
        lines: ['Index', 'Query capacity units'],
        assumed: ['edition', 'storageUnits'],
      },
    ],
  },
]
