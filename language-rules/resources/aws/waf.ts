// https://aws.amazon.com/waf/pricing/
// A web ACL, and each rule in it, by the month; a rule group in it, one's own or managed, counts as one rule whatever is inside:
// https://aws.github.io/aws-security-services-best-practices/guides/waf/waf-cost/docs/
import { fact, line, numberFact, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { bandOf, known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'

const service = 'waf'

/** Managed groups that are subscribed to for a monthly fee on top. */
const subscriptions: Readonly<Record<string, string>> = {
  AWSManagedRulesBotControlRuleSet: 'bot control',
  AWSManagedRulesATPRuleSet: 'account takeover prevention',
  AWSManagedRulesACFPRuleSet: 'account creation fraud prevention',
  AWSManagedRulesAntiDDoSRuleSet: 'anti-DDoS',
}

const isThere = (rule: NestedBlock, path: string) => rule.nested(path).length > 0

const ownGroup = 'statement.rule_group_reference_statement'
const managedGroup = 'statement.managed_rule_group_statement'

const rulesWhere = (block: Block, is: (rule: NestedBlock) => boolean): Known<Fact> =>
  totalOf(
    block
      .nested('rule')
      .filter(is)
      .map(({ count }) => count),
    block.location,
  )

/** Managed groups with a fee, by name; and those of other sellers, whose price is theirs. */
function subscribed(block: Block): Known<Fact> {
  const names = block.nested('rule').flatMap((rule) =>
    rule.nested(managedGroup).map((group) => {
      const [vendor, name] = [valueOf(group.fact('vendor_name')), valueOf(group.fact('name'))]
      if (vendor === undefined || name === undefined) return 'open'
      if (vendor !== 'AWS') return 'seller'
      return subscriptions[String(name)] ?? ''
    }),
  )
  return known<Fact>([...new Set(names)].filter(Boolean).sort().join(','), block.location)
}

/** A managed group is billed as one rule: https://c3x.dev/blog/aws-waf-cost-explained/ */
const managedItem = 'rule'

const countLine = (resource: Resource, prices: PriceBook, label: string, name: string, item: string): Line[] => {
  const count = numberFact(resource, name)
  return bandOf(count)?.high === 0 ? [] : [serviceLine(resource, prices, label, 'month', count, { service, item })]
}

function aclLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const fees = String(valueOf(fact(resource, 'subscriptions')) ?? '')
    .split(',')
    .filter(Boolean)
  return [
    serviceLine(resource, prices, 'Web ACL', 'month', fixed(resource, 1), { service, item: 'web ACL' }),
    ...countLine(resource, prices, 'Rules', 'rules', 'rule'),
    ...countLine(resource, prices, 'Rule groups', 'groups', 'rule group'),
    ...countLine(resource, prices, 'Managed rule groups', 'managedGroups', managedItem),
    ...fees.map((fee) =>
      fee === 'seller'
        ? line('Rules of another seller', 'month', fixed(resource, 1), 'unsupported')
        : fee === 'open'
          ? line('Fee of a managed rule group', 'month', fixed(resource, 1), 'dynamic')
          : serviceLine(resource, prices, `Subscription to ${fee}`, 'month', fixed(resource, 1), {
              service,
              item: fee,
            }),
    ),
    serviceLine(resource, prices, 'Requests', 'request', usage(resource, 'requests'), { service, item: 'requests' }),
  ]
}

const shape = {
  rules: 'rules of its own',
  groups: 'rule groups of the owner that it refers to',
  managedGroups: 'managed rule groups it refers to',
  subscriptions: 'managed groups with a monthly fee',
}
const classic = (path: string) => ({
  facts: {
    rules: (block: Block) =>
      totalOf(
        block
          .nested(path)
          .filter((rule) => valueOf(rule.fact('type')) !== 'GROUP')
          .map(({ count }) => count),
        block.location,
      ),
    groups: (block: Block) =>
      totalOf(
        block
          .nested(path)
          .filter((rule) => valueOf(rule.fact('type')) === 'GROUP')
          .map(({ count }) => count),
        block.location,
      ),
    managedGroups: (block: Block) => known<Fact>(0, block.location),
    subscriptions: (block: Block) => known<Fact>('', block.location),
  },
})

const acl = defineResource({
  id: 'aws/waf-web-acl',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/waf/pricing/',
  shape,
  usage: { requests: 'web requests looked at in a month' },
  lines: aclLines,
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl
      aws_wafv2_web_acl: {
        facts: {
          rules: (block) => rulesWhere(block, (rule) => !isThere(rule, ownGroup) && !isThere(rule, managedGroup)),
          groups: (block) => rulesWhere(block, (rule) => isThere(rule, ownGroup)),
          managedGroups: (block) => rulesWhere(block, (rule) => isThere(rule, managedGroup)),
          subscriptions: subscribed,
        },
      },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/waf_web_acl
      aws_waf_web_acl: classic('rules'),
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafregional_web_acl
      aws_wafregional_web_acl: classic('rule'),
    },
  },
  label: () => 'web ACL',
})

export const resources = [acl]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two managed groups, one of them with a fee, in Ireland: $5 + 2 × $1 + $10',
    terraform: `provider "aws" {
  region = "eu-west-1"
}

resource "aws_wafv2_web_acl" "bots" {
  name  = "bots"
  scope = "REGIONAL"

  rule {
    name     = "common"
    priority = 1

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
  }

  rule {
    name     = "bots"
    priority = 2

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesBotControlRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}
`,
    sees: [{ address: 'aws_wafv2_web_acl.bots', usd: 17, status: 'partial', unknown: ['Requests: usage'] }],
  },
  {
    name: '$5 + two rules × $1 + a managed group × $1; requests are use; 10 M × $0.60 told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_wafv2_web_acl" "web" {
  scope = "REGIONAL"
  rule {
    name     = "rate"
    priority = 1
    statement {
      rate_based_statement {
        limit = 1000
      }
    }
  }
  rule {
    name     = "country"
    priority = 2
    statement {
      geo_match_statement {
        country_codes = ["US"]
      }
    }
  }
  rule {
    name     = "common"
    priority = 3
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}

resource "aws_wafv2_web_acl" "empty" {
  scope = "REGIONAL"
}
`,
    usage: { 'aws_wafv2_web_acl.empty': { requests: 10_000_000 } },
    sees: [
      {
        address: 'aws_wafv2_web_acl.web',
        usd: 8,
        status: 'partial',
        lines: ['Web ACL', 'Rules', 'Managed rule groups', 'Requests'],
        unknown: ['Requests: usage'],
      },
      { address: 'aws_wafv2_web_acl.empty', usd: 11, status: 'priced', lines: ['Web ACL', 'Requests'] },
    ],
  },
  {
    name: 'rules of a dynamic block, and a group of one’s own, one rule though it has two: $5 + 3 × $1 + $1',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_wafv2_rule_group" "own" {
  scope    = "REGIONAL"
  capacity = 10
  rule {
    name = "a"
  }
  rule {
    name = "b"
  }
}

resource "aws_wafv2_web_acl" "web" {
  scope = "REGIONAL"
  dynamic "rule" {
    for_each = ["a", "b", "c"]
    content {
      name     = rule.value
      priority = rule.key
    }
  }
  rule {
    name     = "own"
    priority = 9
    statement {
      rule_group_reference_statement {
        arn = aws_wafv2_rule_group.own.arn
      }
    }
  }
}
`,
    sees: [
      {
        address: 'aws_wafv2_web_acl.web',
        usd: 9,
        status: 'partial',
        lines: ['Web ACL', 'Rules', 'Rule groups', 'Requests'],
      },
    ],
  },
  {
    name: 'the classic ones alike: $5 + 2 × $1 and $5 + $1',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_waf_web_acl" "world" {
  name        = "world"
  metric_name = "world"
  rules {
    priority = 1
    rule_id  = aws_waf_rule.a.id
  }
  rules {
    priority = 2
    rule_id  = aws_waf_rule.b.id
  }
}

resource "aws_wafregional_web_acl" "region" {
  name        = "region"
  metric_name = "region"
  rule {
    priority = 1
    rule_id  = aws_wafregional_rule_group.a.id
    type     = "GROUP"
  }
}
`,
    sees: [
      { address: 'aws_waf_web_acl.world', usd: 7, status: 'partial', lines: ['Web ACL', 'Rules', 'Requests'] },
      {
        address: 'aws_wafregional_web_acl.region',
        usd: 6,
        status: 'partial',
        lines: ['Web ACL', 'Rule groups', 'Requests'],
      },
    ],
  },
  {
    name: 'rules of another seller have that seller’s price',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_wafv2_web_acl" "web" {
  scope = "REGIONAL"
  rule {
    name     = "bought"
    priority = 1
    statement {
      managed_rule_group_statement {
        name        = "Bought"
        vendor_name = "Someone"
      }
    }
  }
}
`,
    sees: [
      {
        address: 'aws_wafv2_web_acl.web',
        usd: 6,
        status: 'partial',
        unknown: ['Rules of another seller: unsupported', 'Requests: usage'],
      },
    ],
  },
]
