// Worked out by hand from https://aws.amazon.com/route53/pricing/.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'a zone is $0.50 a month wherever the provider stands; an alias is free, other records are use',
    terraform: `provider "aws" {
  region = "ap-southeast-2"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_zone" "inner" {
  count = 3
  name  = "inner.example.com"
  vpc {
    vpc_id = aws_vpc.a.id
  }
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.id
  name    = "www"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "alias" {
  zone_id = aws_route53_zone.main.id
  name    = "app"
  type    = "A"
  alias {
    name                   = aws_lb.a.dns_name
    zone_id                = aws_lb.a.zone_id
    evaluate_target_health = true
  }
}
`,
    sees: [
      {
        address: 'aws_route53_zone.main',
        usd: 0.5,
        status: 'priced',
        lines: ['Hosted zone'],
        assumed: ['zones of the account'],
      },
      { address: 'aws_route53_zone.inner', usd: 1.5, status: 'priced' },
      { address: 'aws_route53_record.www', usd: null, status: 'partial', unknown: ['DNS queries: usage'] },
      { address: 'aws_route53_record.alias', usd: null, status: 'free' },
    ],
  },
  {
    name: '1.5 billion queries routed by latency: 1,000 M × $0.60 + 500 M × $0.30',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_record" "near" {
  zone_id        = "Z123"
  name           = "api"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.1"]
  set_identifier = "us"
  latency_routing_policy {
    region = "us-east-1"
  }
}
`,
    usage: { aws_route53_record: { queries: 1_500_000_000 } },
    sees: [
      {
        address: 'aws_route53_record.near',
        usd: 750,
        status: 'priced',
        lines: ['DNS queries', 'DNS queries over 1,000,000,000'],
      },
    ],
  },
  {
    name: 'checks: of a load balancer of AWS $0.50, of an endpoint elsewhere $0.75, with four options 4 × $2 more, of an alarm $0.50; a policy record is $50',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "web" {
  internal = true
}

resource "aws_route53_health_check" "aws" {
  fqdn             = aws_lb.web.dns_name
  port             = 80
  type             = "HTTP"
  request_interval = 30
}

resource "aws_route53_health_check" "other" {
  fqdn             = "www.example.com"
  port             = 80
  type             = "TCP"
  request_interval = 30
}

resource "aws_route53_health_check" "thorough" {
  fqdn             = "www.example.com"
  port             = 443
  type             = "HTTPS_STR_MATCH"
  search_string    = "ok"
  request_interval = 10
  measure_latency  = true
}

resource "aws_route53_traffic_policy_instance" "near" {
  name                   = "near.example.com"
  traffic_policy_id      = "x"
  traffic_policy_version = 1
  hosted_zone_id         = "Z123"
  ttl                    = 60
}

resource "aws_route53_health_check" "alarm" {
  type                    = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name   = "cpu"
  cloudwatch_alarm_region = "us-east-1"
}
`,
    sees: [
      { address: 'aws_lb.web', usd: 16.43 },
      { address: 'aws_route53_health_check.aws', usd: 0.5, status: 'priced', lines: ['Health check'] },
      { address: 'aws_route53_health_check.other', usd: 0.75, status: 'priced', assumed: ['endpoint'] },
      {
        address: 'aws_route53_health_check.thorough',
        usd: 8.75,
        status: 'priced',
        lines: ['Health check', 'Options'],
      },
      { address: 'aws_route53_traffic_policy_instance.near', usd: 50, status: 'priced' },
      { address: 'aws_route53_health_check.alarm', usd: 0.5, status: 'priced' },
    ],
  },
  {
    name: 'a resolver endpoint of two addresses: 2 × 730 h × $0.125; a DNS firewall, and a profile: 730 h × $0.75',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_resolver_endpoint" "out" {
  direction          = "OUTBOUND"
  security_group_ids = [aws_security_group.a.id]
  ip_address {
    subnet_id = aws_subnet.a.id
  }
  ip_address {
    subnet_id = aws_subnet.b.id
  }
}

resource "aws_route53_resolver_firewall_rule_group_association" "vpc" {
  name                   = "vpc"
  firewall_rule_group_id = "rslvr-frg-1"
  priority               = 100
  vpc_id                 = aws_vpc.a.id
}

resource "aws_route53profiles_profile" "shared" {
  name = "shared"
}
`,
    usage: { 'aws_route53_resolver_endpoint.out': { queries: 10_000_000 } },
    sees: [
      { address: 'aws_route53_resolver_endpoint.out', usd: 186.5, status: 'priced' },
      {
        address: 'aws_route53_resolver_firewall_rule_group_association.vpc',
        usd: null,
        status: 'partial',
        unknown: ['DNS queries filtered: usage'],
      },
      { address: 'aws_route53profiles_profile.shared', usd: 547.5, status: 'priced' },
    ],
  },
]
