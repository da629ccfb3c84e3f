import type { RuleExample } from '../../../core/rule.ts'

const aws = (block: string) => `provider "aws" {
  region = "us-east-1"
}

${block}`

const machine = (more: string) =>
  aws(`resource "aws_instance" "api" {
  count         = 3
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.2xlarge"
${more}}
`)

export const reservationCandidateExamples: readonly RuleExample[] = [
  {
    name: 'three machines',
    lang: 'terraform',
    code: machine(''),
    finds: [
      {
        line: 8,
        message:
          'm6i.2xlarge on demand: $840.96 a month, $494.48 if committed to for a year and paid at once, $5,934 of it before the first month (measured over AWS list prices, collected from instances.vantage.sh, 2026-07-05). Commit to it if it stays that long.',
      },
    ],
  },
  {
    name: 'a database, for three years',
    lang: 'terraform',
    options: { years: 3 },
    code: aws(`resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.m6g.xlarge"
  allocated_storage = 100
}
`),
    finds: [
      {
        line: 7,
        message:
          'db.m6g.xlarge on demand: $232.14 a month, $95.18 if committed to for 3 years and partly paid at once (instances.vantage.sh as of 2026-10-01, us-east-1: marr-cloud/vantage-pricing at 81153da, 2026-10-01). Commit to it if it stays that long.',
      },
    ],
  },
  {
    name: 'Google Cloud',
    lang: 'terraform',
    code: `resource "google_compute_instance" "api" {
  name         = "api"
  machine_type = "n2-standard-8"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
}
`,
    finds: [
      {
        line: 3,
        message:
          'n2-standard-8 on demand: $226.87 a month, $178.54 if committed to for a year and paid monthly as committed use (measured over Google Cloud list prices in us-central1, by Cyclenerd, 2026-07-30). Commit to it if it stays that long.',
      },
    ],
  },
  {
    name: 'not for production',
    lang: 'terraform',
    code: machine('\n  tags = {\n    Environment = "staging"\n  }\n'),
    finds: [],
  },
  {
    name: 'spot machines',
    lang: 'terraform',
    code: machine('\n  instance_market_options {\n    market_type = "spot"\n  }\n'),
    finds: [],
  },
  {
    name: 'a small one',
    lang: 'terraform',
    code: aws(`resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}
`),
    finds: [],
  },
]
