// https://cloud.google.com/network-connectivity/docs/interconnect/pricing
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { worldwide } from './location.ts'

const docs = 'https://cloud.google.com/network-connectivity/docs/interconnect/pricing'
const service = 'interconnect'

/** Of `LINK_TYPE_ETHERNET_10G_LR` and the like, how fast each link is. */
const speeds: readonly (readonly [RegExp, string])[] = [
  [/_10G_/, '10 Gbps circuit'],
  [/_100G_/, '100 Gbps circuit'],
  [/_400G_/, '400 Gbps circuit'],
]

const connection = defineResource({
  id: 'gcp/interconnect',
  cloud: 'gcp',
  docs,
  shape: { linkType: 'LINK_TYPE_ETHERNET_10G_LR, _100G_LR or _400G_LR4', links: 'how many links' },
  lines: (resource, prices) => {
    const price = priceFor(resource, [fact(resource, 'linkType')], (_, type) => {
      const [, item] = speeds.find(([pattern]) => pattern.test(type!)) ?? []
      return item === undefined ? undefined : prices.service('gcp', service, item, 'global')
    })
    return [line('Circuits', 'hour', product(numberFact(resource, 'links'), monthOf(resource)), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_interconnect
    terraform: {
      google_compute_interconnect: { facts: { linkType: 'link_type', links: 'requested_link_count' } },
    },
  },
  label: () => 'Interconnect',
})

const attachment = defineResource({
  id: 'gcp/interconnect-attachment',
  cloud: 'gcp',
  docs,
  shape: { kind: 'DEDICATED or PARTNER', bandwidth: 'BPS_50M to BPS_100G' },
  usage: { outboundGB: 'GB that leave through it in a month' },
  lines: (resource, prices) => [
    line('VLAN attachment', 'hour', monthOf(resource), worldwide(prices, service, 'vlan attachment')),
    line('Data out', 'GB', usage(resource, 'outboundGB'), worldwide(prices, service, 'data out')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_interconnect_attachment
    terraform: {
      google_compute_interconnect_attachment: { facts: { kind: ['type', 'DEDICATED'], bandwidth: 'bandwidth' } },
    },
  },
  label: () => 'VLAN attachment',
})

export const resources = [connection, attachment]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two links of 10 Gbps, 2 × 730 h × $2.328; faster ones and VLAN attachments have no row',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_interconnect" "ten" {
  name                 = "ten"
  interconnect_type    = "DEDICATED"
  link_type            = "LINK_TYPE_ETHERNET_10G_LR"
  requested_link_count = 2
}

resource "google_compute_interconnect" "hundred" {
  name                 = "hundred"
  interconnect_type    = "DEDICATED"
  link_type            = "LINK_TYPE_ETHERNET_100G_LR"
  requested_link_count = 1
}

resource "google_compute_interconnect_attachment" "vlan" {
  name         = "vlan"
  interconnect = google_compute_interconnect.ten.id
  bandwidth    = "BPS_1G"
}
`,
    sees: [
      { address: 'google_compute_interconnect.ten', usd: 3398.88, status: 'priced', lines: ['Circuits'] },
      { address: 'google_compute_interconnect.hundred', usd: null, status: 'unknown', unknown: ['Circuits: no-price'] },
      {
        address: 'google_compute_interconnect_attachment.vlan',
        usd: null,
        status: 'unknown',
        unknown: ['VLAN attachment: no-price', 'Data out: no-price'],
      },
    ],
  },
]
