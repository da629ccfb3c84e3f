import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { isDemonstration } from '../../core/rules/environment.ts'
import { isTestFile } from '../../core/test-file.ts'
import type { CostedSite, Resource } from '../../core/types.ts'

const options = z.object({
  above: z
    ._default(z.number().check(z.nonnegative()), 1000)
    .check(z.describe('USD a month from which a Terraform root must have a budget.')),
})

/** What warns of spend, in the providers' own words. */
const budgets =
  /^(aws_budgets_budget|aws_ce_anomaly_(monitor|subscription)|google_billing_budget|azurerm_consumption_budget_)/

export const rule = defineRule({
  id: 'missing-budget',
  on: 'document',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A Terraform root rents much, and no budget warns when it costs more than was meant.',
    why: 'What goes wrong is found on the invoice, a month later.',
    fix: 'Add a budget with a notification: `aws_budgets_budget`, `google_billing_budget`, `azurerm_consumption_budget_…`.',
    unless: 'Budgets are kept elsewhere, for the whole account.',
    source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    notIn: {
      python: 'only what Terraform declares is governed',
      typescript: 'only what Terraform declares is governed',
      notebook: 'only what Terraform declares is governed',
    },
  },
  options,
  *check({ sites, rootSites, options, document }) {
    if (document.language !== 'terraform' || isTestFile(document.path ?? document.file)) return
    const dearest = dearestOf(sites)
    // What is shown to be tried is taken down again.
    if (!dearest || isDemonstration(dearest.site)) return
    const all = rootSites()
    if (
      dearestOf(all)?.site !== dearest.site ||
      all.some(({ site }) => site.kind === 'resource' && budgets.test(site.type))
    )
      return
    const total = sum(all.flatMap(({ estimate }) => (estimate.per === 'month' && estimate.usd ? [estimate.usd] : [])))
    if (!total || total.likely <= options.above) return
    yield {
      at: headerOf(dearest.site, document),
      message: say`What is declared here costs ${usd(total)} a month, this the most of it, and no budget warns when it is more. Add one.`,
    }
  },
})

function dearestOf(sites: readonly CostedSite[]): { readonly site: Resource } | undefined {
  let dearest: { site: Resource; usd: number } | undefined
  for (const { site, estimate } of sites) {
    if (site.kind !== 'resource' || estimate.per !== 'month' || !estimate.usd) continue
    if (!dearest || estimate.usd.likely > dearest.usd) dearest = { site, usd: estimate.usd.likely }
  }
  return dearest
}

const cluster = `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "small" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'told at what costs most',
    lang: 'terraform',
    code: cluster,
    finds: [
      {
        line: 10,
        message:
          'What is declared here costs $16,038 a month, this the most of it, and no budget warns when it is more. Add one.',
      },
    ],
  },
  {
    name: 'a lower limit',
    lang: 'terraform',
    options: { above: 5 },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "small" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}
`,
    finds: [
      {
        line: 5,
        message:
          'What is declared here costs $8.39 a month, this the most of it, and no budget warns when it is more. Add one.',
      },
    ],
  },
  {
    name: 'with a budget',
    lang: 'terraform',
    code: `${cluster}
resource "aws_budgets_budget" "all" {
  budget_type  = "COST"
  limit_amount = "20000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}
`,
    finds: [],
  },
  {
    name: 'little',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "small" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}
`,
    finds: [],
  },
]
