// Worked out by hand from https://aws.amazon.com/opensearch-service/pricing/, us-east-1.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'the smallest: 730 h × $0.036 + 10 GiB × $0.135 of gp2',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type = "t3.small.search"
  }

  ebs_options {
    ebs_enabled = true
    volume_size = 10
  }
}
`,
    sees: [{ address: 'aws_opensearch_domain.logs', usd: 27.63, status: 'priced', lines: ['Data nodes', 'Storage'] }],
  },
  {
    name: 'three data nodes with a volume each, three masters: 3 × 730 h × $0.167 + 3 × 730 h × $0.128 + 3 × 100 GiB × $0.122',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type            = "r6g.large.search"
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_type    = "m6g.large.search"
    dedicated_master_count   = 3
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 100
  }
}
`,
    sees: [
      {
        address: 'aws_opensearch_domain.logs',
        usd: 682.65,
        status: 'priced',
        lines: ['Data nodes', 'Dedicated master nodes', 'Storage'],
      },
    ],
  },
  {
    name: 'UltraWarm: 2 × 730 h × ($0.128 + $0.238) + 3 × 730 h × $0.128 + 2 × 50 GiB × $0.135 + 1,000 GB × $0.024 + 2,000 GB cold × $0.022',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type            = "m6g.large.search"
    instance_count           = 2
    dedicated_master_enabled = true
    dedicated_master_type    = "m6g.large.search"
    dedicated_master_count   = 3
    warm_enabled             = true
    warm_type                = "ultrawarm1.medium.search"
    warm_count               = 2

    cold_storage_options {
      enabled = true
    }
  }

  ebs_options {
    ebs_enabled = true
    volume_size = 50
  }
}
`,
    usage: { 'aws_opensearch_domain.logs': { infrequentStoredGB: 1000, archiveStoredGB: 2000 } },
    sees: [{ address: 'aws_opensearch_domain.logs', usd: 896.18, status: 'priced' }],
  },
  {
    name: 'gp3 above the 125 MiB/s that are included: 730 h × $0.128 + 100 GiB × $0.122 + 125 × $0.064; of 4,000 GiB 2 × 250 are: 730 h × $0.128 + 4,000 GiB × $0.122 + 200 × $0.064',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type = "m6g.large.search"
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 100
    iops        = 3000
    throughput  = 250
  }
}

resource "aws_opensearch_domain" "large" {
  domain_name = "large"

  cluster_config {
    instance_type = "m6g.large.search"
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 4000
    throughput  = 700
  }
}
`,
    sees: [
      {
        address: 'aws_opensearch_domain.logs',
        usd: 113.64,
        status: 'priced',
        lines: ['Data nodes', 'Storage', 'Provisioned throughput'],
      },
      { address: 'aws_opensearch_domain.large', usd: 594.24, status: 'priced' },
    ],
  },
  {
    name: 'io1 bills every IOPS: 730 h × $0.128 + 100 GiB × $0.169 + 1,000 × $0.088',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type = "m6g.large.search"
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "io1"
    volume_size = 100
    iops        = 1000
  }
}
`,
    sees: [{ address: 'aws_opensearch_domain.logs', usd: 198.34, status: 'priced' }],
  },
  {
    name: 'Elasticsearch has the same types under another name, 730 h × $0.128; without a type it is m3.medium, 730 h × $0.094',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticsearch_domain" "named" {
  domain_name = "named"

  cluster_config {
    instance_type = "m6g.large.elasticsearch"
  }
}

resource "aws_elasticsearch_domain" "plain" {
  domain_name = "plain"
}
`,
    sees: [
      { address: 'aws_elasticsearch_domain.named', usd: 93.44, status: 'priced' },
      {
        address: 'aws_elasticsearch_domain.plain',
        usd: 68.62,
        status: 'priced',
        assumed: ['dataType', 'dataNodes', 'cold', 'volumes', 'volumeType'],
      },
    ],
  },
  {
    name: 'a type nobody names; masters that a variable decides',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "type" {}

variable "masters" {}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type            = var.type
    dedicated_master_enabled = var.masters
    dedicated_master_type    = "m6g.large.search"
    dedicated_master_count   = 3
  }
}
`,
    sees: [
      {
        address: 'aws_opensearch_domain.logs',
        usd: null,
        status: 'partial',
        unknown: ['Data nodes: absent', 'Dedicated master nodes: absent'],
      },
    ],
  },
]
