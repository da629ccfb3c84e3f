// https://aws.amazon.com/aws-transfer-family/pricing/: each protocol is an endpoint of its own, billed from creation to deletion.
import { fact, isUnwritten, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** In one word, `FTPS,SFTP`: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server */
function protocols(block: Block): Known<Fact> {
  const all = block.list('protocols')
  if (all.is === 'unknown') return isUnwritten(all) ? assumed<Fact>('SFTP', block.location) : all
  const names = valueOf(all)?.map(valueOf)
  return names === undefined || names.includes(undefined)
    ? unknown('dynamic', block.location)
    : mapKnown(all, (): Fact => names.join(','))
}

const server = defineResource({
  id: 'aws/transfer-server',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/aws-transfer-family/pricing/',
  shape: { protocols: 'SFTP, FTPS, FTP and AS2, with commas' },
  usage: { uploadedGB: 'GB written through the server', downloadedGB: 'GB read through the server' },
  lines: (resource, prices) => {
    const written = fact(resource, 'protocols')
    const names = valueOf(written)
    const endpoint = (name: string) => ({ service: 'transfer', item: `${name} endpoint` })
    return [
      ...(names === undefined
        ? [line('Endpoints', 'hour', monthOf(resource), written.is === 'unknown' ? written.why : 'dynamic')]
        : String(names)
            .split(',')
            .map((name) =>
              serviceLine(resource, prices, `${name} endpoint`, 'hour', monthOf(resource), endpoint(name)),
            )),
      serviceLine(resource, prices, 'Data uploaded', 'GB', usage(resource, 'uploadedGB'), {
        service: 'transfer',
        item: 'data uploaded',
      }),
      serviceLine(resource, prices, 'Data downloaded', 'GB', usage(resource, 'downloadedGB'), {
        service: 'transfer',
        item: 'data downloaded',
      }),
    ]
  },
  from: { terraform: { aws_transfer_server: { facts: { protocols } } } },
  label: ({ shape }) => `${shape.protocols === undefined ? '' : (valueOf(shape.protocols) ?? '')} server`.trim(),
})

const webApp = defineResource({
  id: 'aws/transfer-web-app',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/aws-transfer-family/pricing/',
  shape: { units: 'units kept' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Units', 'hour', product(numberFact(resource, 'units'), monthOf(resource)), {
      service: 'transfer',
      item: 'web app unit',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_web_app
    terraform: { aws_transfer_web_app: { facts: { units: 'web_app_units.provisioned' } } },
  },
  label: () => 'Transfer web app',
})

export const resources = [server, webApp]

export const free: readonly string[] = [
  'aws_transfer_access',
  'aws_transfer_agreement',
  'aws_transfer_certificate',
  'aws_transfer_host_key',
  'aws_transfer_profile',
  'aws_transfer_ssh_key',
  'aws_transfer_tag',
  'aws_transfer_user',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'SFTP by default: 730 h × $0.30, and what goes through it',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_transfer_server" "files" {}
`,
    sees: [
      {
        address: 'aws_transfer_server.files',
        usd: 219,
        status: 'partial',
        lines: ['SFTP endpoint', 'Data uploaded', 'Data downloaded'],
        unknown: ['Data uploaded: usage', 'Data downloaded: usage'],
        assumed: ['protocols'],
      },
    ],
  },
  {
    name: 'three protocols are three endpoints: 3 × 730 h × $0.30 + 100 GB × $0.04 + 50 GB × $0.04',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_transfer_server" "files" {
  protocols = ["SFTP", "FTPS", "FTP"]
}
`,
    usage: { aws_transfer_server: { uploadedGB: 100, downloadedGB: 50 } },
    sees: [{ address: 'aws_transfer_server.files', usd: 663, status: 'priced' }],
  },
  {
    name: 'a web app without a row for the region',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_transfer_web_app" "files" {
  web_app_units {
    provisioned = 2
  }
}
`,
    sees: [{ address: 'aws_transfer_web_app.files', usd: null, status: 'unknown', unknown: ['Units: no-price'] }],
  },
]
