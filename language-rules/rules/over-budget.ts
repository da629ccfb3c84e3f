import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import type { Band, CostedSite } from '../../core/types.ts'

const usdAMonth = z.number().check(z.nonnegative())
const options = z.object({
  file: z.optional(usdAMonth).check(z.describe('USD a month one file may cost; with "overrides" each folder its own.')),
  root: z.optional(usdAMonth).check(z.describe('USD a month a Terraform root may cost.')),
  project: z
    .optional(usdAMonth)
    .check(
      z.describe(
        'USD a month all that is scanned together may cost, code too: `outlay scan` says so where most of it is, the editor here, once the project is scanned.',
      ),
    ),
})

export const rule = defineRule({
  id: 'over-budget',
  on: 'document',
  severity: 'error',
  preset: 'strict',
  docs: {
    what: 'A file, a Terraform root or the whole project costs more a month than its budget in outlay.json.',
    why: 'A budget is kept where the code is written, or not at all.',
    fix: 'Make it cost less, or agree on another budget.',
    unless: 'No budget is set: then nothing is said.',
    source: 'https://www.finops.org/framework/capabilities/budgeting/',
    notIn: {
      python:
        'calls cost by the month only with a volume in outlay.json, which examples have not; tested beside the rule',
      typescript:
        'calls cost by the month only with a volume in outlay.json, which examples have not; tested beside the rule',
      notebook: 'as in Python',
    },
  },
  options,
  *check({ sites, rootSites, options, document }) {
    const [first] = sites
    if (!first || (options.file === undefined && options.root === undefined)) return
    const at = first.site.kind === 'resource' ? headerOf(first.site, document) : first.site.location
    const file = monthOf(sites)
    if (options.file !== undefined && file && file.likely > options.file)
      yield {
        at,
        message: say`${nameOf(document.file)} costs ${usd(file)} a month, ${usd(file.likely - options.file)} over its budget of ${usd(options.file)}.`,
      }
    const root = options.root === undefined ? undefined : monthOf(rootSites())
    if (options.root !== undefined && root && root.likely > options.root && document.language === 'terraform')
      yield {
        at,
        message: say`The root costs ${usd(root)} a month, ${usd(root.likely - options.root)} over its budget of ${usd(options.root)}.`,
      }
  },
})

/** What is known by the month: resources, and calls with a volume. */
const monthOf = (sites: readonly CostedSite[]): Band | undefined =>
  sum(
    sites.flatMap(({ estimate: { per, usd: amount, month } }) =>
      month ? [month.usd] : per === 'month' && amount ? [amount] : [],
    ),
  )

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

const two = `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "planner" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 100
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'a file',
    lang: 'terraform',
    options: { file: 50 },
    code: two,
    finds: [{ line: 5, message: 'main.tf costs $78.88 a month, $28.88 over its budget of $50.00.' }],
  },
  {
    name: 'a root',
    lang: 'terraform',
    options: { root: 20, file: 100 },
    code: two,
    finds: [{ line: 5, message: 'The root costs $78.88 a month, $58.88 over its budget of $20.00.' }],
  },
  { name: 'within both', lang: 'terraform', options: { root: 100, file: 100 }, code: two, finds: [] },
  { name: 'no budget', lang: 'terraform', code: two, finds: [] },
]
