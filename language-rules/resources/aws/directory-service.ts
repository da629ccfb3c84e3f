// https://aws.amazon.com/directoryservice/pricing/
import { fact, line, monthOf, numberFact, priceFor, product } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Line, Resource } from '../../../core/types.ts'

const service = 'directory-service'
const docs = 'https://aws.amazon.com/directoryservice/pricing/'

/** What its controllers are priced as: by edition for a Microsoft AD, by size for the others. */
const kindNames: Readonly<Record<string, string>> = { SimpleAD: 'Simple AD', ADConnector: 'AD Connector' }

function controllerLine(resource: Resource, prices: PriceBook): Line {
  const type = fact(resource, 'type')
  const isMicrosoft = valueOf(type) === 'MicrosoftAD'
  const price = priceFor(resource, [type, fact(resource, isMicrosoft ? 'edition' : 'size')], (region, name, grade) =>
    prices.service(
      'aws',
      service,
      `${isMicrosoft ? 'Microsoft AD' : (kindNames[name] ?? name)} ${grade} controller`,
      region,
    ),
  )
  return line('Domain controllers', 'hour', product(monthOf(resource), numberFact(resource, 'controllers')), price)
}

const directory = defineResource({
  id: 'aws/directory',
  cloud: 'aws',
  docs,
  shape: {
    type: 'SimpleAD, ADConnector or MicrosoftAD',
    edition: 'Standard or Enterprise, of a Microsoft AD',
    size: 'Small or Large, of the others',
    controllers: 'domain controllers; a directory has two unless a Microsoft AD has more',
  },
  lines: (resource, prices) => [controllerLine(resource, prices)],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/directory_service_directory
    terraform: {
      aws_directory_service_directory: {
        facts: {
          type: ['type', 'SimpleAD'],
          edition: ['edition', 'Enterprise'],
          size: ['size', 'Large'],
          controllers: ['desired_number_of_domain_controllers', 2],
        },
      },
    },
  },
  label: ({ shape }) => `${(shape.type && valueOf(shape.type)) ?? ''} directory`.trim(),
})

const sharing = defineResource({
  id: 'aws/directory-share',
  cloud: 'aws',
  docs,
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Shared directory', 'hour', monthOf(resource), {
      service,
      item: 'sharing, per account',
    }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/directory_service_shared_directory
  from: { terraform: { aws_directory_service_shared_directory: { facts: {} } } },
  label: () => 'shared directory',
})

/** A region a Microsoft AD is copied to has controllers of its own, at that region's price. */
const region = defineResource({
  id: 'aws/directory-region',
  cloud: 'aws',
  docs,
  shape: { type: 'always MicrosoftAD', edition: 'always Enterprise', controllers: 'domain controllers in the region' },
  lines: (resource, prices) => [controllerLine(resource, prices)],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/directory_service_region
    terraform: {
      aws_directory_service_region: {
        facts: {
          type: (block) => known<Fact>('MicrosoftAD', block.location),
          edition: (block) => known<Fact>('Enterprise', block.location),
          controllers: ['desired_number_of_domain_controllers', 2],
        },
        region: (block) => {
          const name = block.fact('region_name')
          const value = valueOf(name)
          if (typeof value === 'string') return known(value, block.location)
          return name.is === 'unknown' ? name : { is: 'unknown', why: 'dynamic' }
        },
      },
    },
  },
  label: () => 'directory in another region',
})

export const resources = [directory, sharing, region]

export const examples: readonly ResourceExample[] = [
  {
    name: 'Microsoft AD: 2 × 730 h × $0.20 by default, 3 × 730 h × $0.06 of the standard edition; a small Simple AD 2 × 730 h × $0.05',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_directory_service_directory" "default" {
  name     = "corp.example.com"
  password = "x"
  type     = "MicrosoftAD"
}

resource "aws_directory_service_directory" "standard" {
  name                                 = "corp.example.com"
  password                             = "x"
  type                                 = "MicrosoftAD"
  edition                              = "Standard"
  desired_number_of_domain_controllers = 3
}

resource "aws_directory_service_directory" "simple" {
  name     = "corp.example.com"
  password = "x"
  size     = "Small"
}

resource "aws_directory_service_directory" "connector" {
  name     = "corp.example.com"
  password = "x"
  size     = "Small"
  type     = "ADConnector"
}
`,
    sees: [
      { address: 'aws_directory_service_directory.default', usd: 292, status: 'priced', lines: ['Domain controllers'] },
      { address: 'aws_directory_service_directory.standard', usd: 131.4, status: 'priced' },
      { address: 'aws_directory_service_directory.simple', usd: 73, status: 'priced' },
      { address: 'aws_directory_service_directory.connector', usd: 73, status: 'priced' },
    ],
  },
  {
    name: 'shared with an account: 730 h × $0.018; copied to another region, whose row the book may lack',
    terraform: `provider "aws" {
  region = "us-west-2"
}

resource "aws_directory_service_shared_directory" "team" {
  provider     = aws.us
  directory_id = "d-1"
  target {
    id = "123456789012"
  }
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

resource "aws_directory_service_region" "us" {
  directory_id = "d-1"
  region_name  = "us-east-1"
}
`,
    sees: [
      { address: 'aws_directory_service_shared_directory.team', usd: 13.14, status: 'priced' },
      { address: 'aws_directory_service_region.us', usd: 292, status: 'priced' },
    ],
  },
]
