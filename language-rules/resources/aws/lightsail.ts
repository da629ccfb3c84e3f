// https://aws.amazon.com/lightsail/pricing/: plans are billed by the hour, up to their price of a month
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

/** GB of memory by the size a bundle begins with: https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-your-amazon-lightsail-bill.html */
const memory: Readonly<Record<string, number>> = {
  nano: 0.5,
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  '2xlarge': 32,
  '4xlarge': 64,
}

/** `medium_win_ipv6_3_0`: size, Windows, without a public IPv4 address, generation. */
function instanceItem(bundle: string): string | undefined {
  const match = /^([a-z\d]+?)(_win)?(_ipv6)?_\d+_\d+$/.exec(bundle)
  const size = match && Object.hasOwn(memory, match[1]!) ? memory[match[1]!] : undefined
  if (size === undefined) return undefined
  return `${match![2] ? 'windows' : 'linux'} ${size} GB${match![3] ? ', IPv6 only' : ''}`
}

/** `micro_ha_2_0`: size, with a standby in another zone, generation. */
function databaseItem(bundle: string): string | undefined {
  const match = /^([a-z\d]+?)(_ha)?_\d+_\d+$/.exec(bundle)
  const size = match && Object.hasOwn(memory, match[1]!) ? memory[match[1]!] : undefined
  return size === undefined ? undefined : `database ${size} GB${match![2] ? ', high availability' : ''}`
}

const docs = 'https://aws.amazon.com/lightsail/pricing/'
const service = 'lightsail'

const instance = defineResource({
  id: 'aws/lightsail-instance',
  cloud: 'aws',
  docs,
  shape: { bundle: 'plan of the instance: nano_3_0, medium_win_3_0' },
  lines: (resource, prices) => [
    line(
      'Instance plan',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'bundle')], (region, bundle) => {
        const item = instanceItem(bundle!)
        return item === undefined ? undefined : prices.service('aws', service, item, region)
      }),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_instance
    terraform: { aws_lightsail_instance: { facts: { bundle: 'bundle_id' } } },
  },
  label: (resource) => `Lightsail ${valueOf(fact(resource, 'bundle')) ?? 'instance'}`,
})

const database = defineResource({
  id: 'aws/lightsail-database',
  cloud: 'aws',
  docs,
  shape: { bundle: 'plan of the database: micro_2_0, small_ha_2_0' },
  lines: (resource, prices) => [
    line(
      'Database plan',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'bundle')], (region, bundle) => {
        const item = databaseItem(bundle!)
        return item === undefined ? undefined : prices.service('aws', service, item, region)
      }),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_database
    terraform: { aws_lightsail_database: { facts: { bundle: 'bundle_id' } } },
  },
  label: () => 'Lightsail database',
})

const disk = defineResource({
  id: 'aws/lightsail-disk',
  cloud: 'aws',
  docs,
  shape: { sizeGB: 'GB' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Disk storage', 'GB-month', numberFact(resource, 'sizeGB'), {
      service,
      item: 'disk',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_disk
    terraform: { aws_lightsail_disk: { facts: { sizeGB: 'size_in_gb' } } },
  },
  label: () => 'Lightsail disk',
})

const loadBalancer = defineResource({
  id: 'aws/lightsail-load-balancer',
  cloud: 'aws',
  docs,
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Load balancer', 'hour', monthOf(resource), { service, item: 'load balancer' }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_lb
    terraform: { aws_lightsail_lb: { facts: {} } },
  },
  label: () => 'Lightsail load balancer',
})

/** Each node of the service has its power, whether or not anything is deployed; one that is disabled has none. */
const container = defineResource({
  id: 'aws/lightsail-container-service',
  cloud: 'aws',
  docs,
  shape: {
    power: 'nano, micro, small, medium, large or xlarge',
    nodes: 'how many nodes',
    disabled: 'whether it is switched off',
  },
  lines: (resource, prices) =>
    valueOf(fact(resource, 'disabled')) === true
      ? []
      : [
          line(
            'Container nodes',
            'hour',
            product(numberFact(resource, 'nodes'), monthOf(resource)),
            priceFor(resource, [fact(resource, 'power')], (region, power) =>
              prices.service('aws', service, `container ${power}`, region),
            ),
          ),
        ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_container_service
    terraform: {
      aws_lightsail_container_service: { facts: { power: 'power', nodes: 'scale', disabled: ['is_disabled', false] } },
    },
  },
  label: () => 'Lightsail containers',
})

const planned = (id: string, type: string, what: string, label: string) =>
  defineResource({
    id,
    cloud: 'aws',
    docs,
    shape: { bundle: `plan of the ${what}: small_1_0` },
    lines: (resource, prices) => [
      line(
        label,
        'month',
        monthOf(resource, 1 / 730),
        priceFor(resource, [fact(resource, 'bundle')], (region, bundle) =>
          prices.service('aws', service, `${what} ${bundle}`, region),
        ),
      ),
    ],
    from: { terraform: { [type]: { facts: { bundle: 'bundle_id' } } } },
    label: () => `Lightsail ${what}`,
  })

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_bucket
const bucket = planned('aws/lightsail-bucket', 'aws_lightsail_bucket', 'bucket', 'Bucket plan')
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_distribution
const distribution = planned(
  'aws/lightsail-distribution',
  'aws_lightsail_distribution',
  'distribution',
  'Distribution plan',
)

/** Free while it is attached to an instance; by itself it is billed like any public address. */
const address = defineResource({
  id: 'aws/lightsail-static-ip',
  cloud: 'aws',
  docs,
  shape: { attached: 'whether an instance has it' },
  usage: { unattachedHours: 'hours it is attached to nothing' },
  lines: (resource, prices) =>
    valueOf(fact(resource, 'attached')) === true
      ? []
      : [
          serviceLine(resource, prices, 'Unattached address', 'hour', usage(resource, 'unattachedHours'), {
            service: 'public-ipv4',
            item: 'in use or idle',
          }),
        ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_static_ip
    terraform: {
      aws_lightsail_static_ip: {
        facts: {
          attached: (block) => ({
            is: 'known',
            value: block.referredBy('aws_lightsail_static_ip_attachment').length > 0,
            at: block.location,
            via: 'literal',
          }),
        },
      },
    },
  },
  label: () => 'Lightsail static IP',
})

export const resources = [instance, database, disk, loadBalancer, container, bucket, distribution, address]

export const examples: readonly ResourceExample[] = [
  {
    name: 'plans by the hour: 730 h × $0.00672 for 0.5 GB, × $0.0047 without IPv4, × $0.05913 for 4 GB of Windows; a plan of no known size',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_instance" "nano" {
  name              = "nano"
  availability_zone = "us-east-1a"
  blueprint_id      = "amazon_linux_2023"
  bundle_id         = "nano_3_0"
}

resource "aws_lightsail_instance" "v6" {
  name              = "v6"
  availability_zone = "us-east-1a"
  blueprint_id      = "amazon_linux_2023"
  bundle_id         = "nano_ipv6_3_0"
}

resource "aws_lightsail_instance" "windows" {
  name              = "windows"
  availability_zone = "us-east-1a"
  blueprint_id      = "windows_server_2022"
  bundle_id         = "medium_win_3_0"
}

resource "aws_lightsail_instance" "odd" {
  name              = "odd"
  availability_zone = "us-east-1a"
  blueprint_id      = "amazon_linux_2023"
  bundle_id         = "gpu_nvidia_xlarge_1_0"
}
`,
    sees: [
      { address: 'aws_lightsail_instance.nano', usd: 4.91, status: 'priced', lines: ['Instance plan'] },
      { address: 'aws_lightsail_instance.v6', usd: 3.43, status: 'priced' },
      { address: 'aws_lightsail_instance.windows', usd: 43.16, status: 'priced' },
      { address: 'aws_lightsail_instance.odd', usd: null, status: 'unknown', unknown: ['Instance plan: no-price'] },
    ],
  },
  {
    name: 'a database with a standby, 730 h × $0.04032; 32 GB of disk × $0.10; a load balancer, 730 h × $0.024193548; two nodes, 2 × 730 h × $0.01344086; none',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_database" "db" {
  relational_database_name = "db"
  availability_zone        = "us-east-1a"
  master_database_name     = "db"
  master_username          = "me"
  master_password          = "no-secret"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_ha_2_0"
}

resource "aws_lightsail_disk" "disk" {
  name              = "disk"
  size_in_gb        = 32
  availability_zone = "us-east-1a"
}

resource "aws_lightsail_lb" "lb" {
  name          = "lb"
  instance_port = 80
}

resource "aws_lightsail_container_service" "app" {
  name  = "app"
  power = "micro"
  scale = 2
}

resource "aws_lightsail_container_service" "off" {
  name        = "off"
  power       = "micro"
  scale       = 2
  is_disabled = true
}
`,
    sees: [
      { address: 'aws_lightsail_database.db', usd: 29.43, status: 'priced' },
      { address: 'aws_lightsail_disk.disk', usd: 3.2, status: 'priced' },
      { address: 'aws_lightsail_lb.lb', usd: 17.66, status: 'priced' },
      { address: 'aws_lightsail_container_service.app', usd: 19.62, status: 'priced' },
      { address: 'aws_lightsail_container_service.off', usd: null, status: 'free', lines: [] },
    ],
  },
  {
    name: 'an address is free where it is attached, and use where it is not known to be; a bucket of $1; a distribution without a row',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_static_ip" "attached" {
  name = "attached"
}

resource "aws_lightsail_static_ip_attachment" "attached" {
  static_ip_name = aws_lightsail_static_ip.attached.id
  instance_name  = "web"
}

resource "aws_lightsail_static_ip" "spare" {
  name = "spare"
}

resource "aws_lightsail_bucket" "files" {
  name      = "files"
  bundle_id = "small_1_0"
}

resource "aws_lightsail_distribution" "cdn" {
  name      = "cdn"
  bundle_id = "small_1_0"
}
`,
    sees: [
      { address: 'aws_lightsail_static_ip.attached', usd: null, status: 'free' },
      {
        address: 'aws_lightsail_static_ip.spare',
        usd: null,
        status: 'partial',
        unknown: ['Unattached address: usage'],
      },
      { address: 'aws_lightsail_bucket.files', usd: 1, status: 'priced' },
      { address: 'aws_lightsail_distribution.cdn', usd: null, status: 'unknown' },
    ],
  },
]
