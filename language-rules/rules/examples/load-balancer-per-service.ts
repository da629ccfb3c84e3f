import type { RuleExample } from '../../../core/rule.ts'

const forwarding = (name: string) => `resource "google_compute_global_forwarding_rule" "${name}" {
  name                  = "${name}"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  target                = google_compute_target_https_proxy.${name}.id
  port_range            = "443"
}
`

export const loadBalancerPerService: readonly RuleExample[] = [
  {
    name: 'three services',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "subnets" {}

resource "aws_lb" "orders" {
  name     = "orders"
  internal = true
  subnets  = var.subnets
}

resource "aws_lb" "users" {
  name     = "users"
  internal = true
  subnets  = var.subnets
}

resource "aws_lb" "berths" {
  name     = "berths"
  internal = true
  subnets  = var.subnets
}
`,
    finds: [
      {
        line: 7,
        message:
          '3 application load balancers in the same subnets: $49.28 a month for their hours, $16.43 for one. Let one tell the services apart by host or path.',
      },
    ],
  },
  {
    name: 'one for each of a list',
    lang: 'terraform',
    options: { least: 2 },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "service" {
  for_each = toset(["orders", "users"])
  name     = each.key
  internal = true
  subnets  = ["subnet-1", "subnet-2"]
}
`,
    finds: [
      {
        line: 5,
        message:
          '2 application load balancers in the same subnets: $32.85 a month for their hours, $16.43 for one. Let one tell the services apart by host or path.',
      },
    ],
  },
  {
    name: 'one inside and two outside, others elsewhere, network balancers',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "inner" {
  internal = true
  subnets  = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "outer" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "other" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "far" {
  subnets = ["subnet-3", "subnet-4"]
}

resource "aws_lb" "tcp" {
  count              = 3
  load_balancer_type = "network"
  subnets            = ["subnet-1", "subnet-2"]
}
`,
    finds: [],
  },
  {
    name: 'application gateways of Azure: 730 h × $0.20 each, and what they keep ready beside',
    lang: 'terraform',
    options: { least: 2 },
    code: `variable "subnet" {}

variable "addresses" {}

resource "azurerm_application_gateway" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "eastus"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 1
  }

  gateway_ip_configuration {
    name      = "inner"
    subnet_id = var.subnet
  }

  frontend_ip_configuration {
    name                 = "outer"
    public_ip_address_id = var.addresses["orders"]
  }
}

resource "azurerm_application_gateway" "users" {
  name                = "users"
  resource_group_name = "shop"
  location            = "eastus"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 1
  }

  gateway_ip_configuration {
    name      = "inner"
    subnet_id = var.subnet
  }

  frontend_ip_configuration {
    name                 = "outer"
    public_ip_address_id = var.addresses["users"]
  }
}
`,
    finds: [
      {
        line: 5,
        message:
          '2 application gateways in the same subnet: $292.00 a month for their hours, $146.00 for one. Let one tell the services apart by host or path.',
      },
    ],
  },
  {
    name: 'six rules of Google Cloud on one port: each beyond the fifth is 730 h × $0.01',
    lang: 'terraform',
    code: ['orders', 'users', 'berths', 'tides', 'ships', 'crews'].map(forwarding).join('\n'),
    finds: [
      {
        line: 1,
        message:
          '6 global load balancers answer on the same port: a project’s first five rules cost as much as one, each further one $7.30 a month. Let one URL map tell the services apart by host or path.',
      },
    ],
  },
  {
    name: 'five rules of Google Cloud cost as much as one',
    lang: 'terraform',
    code: ['orders', 'users', 'berths', 'tides', 'ships'].map(forwarding).join('\n'),
    finds: [],
  },
]
