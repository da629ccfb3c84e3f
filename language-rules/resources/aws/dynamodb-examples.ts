// Worked out by hand from https://aws.amazon.com/dynamodb/pricing/; us-east-2 is listed by the month, us-east-1 by the hour.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'provisioned unless it says otherwise: 10 × $0.0949 + 5 × $0.4745; what is stored is use',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 5

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    sees: [
      {
        address: 'aws_dynamodb_table.games',
        usd: 3.32,
        status: 'partial',
        lines: ['Read capacity', 'Write capacity', 'Storage'],
        unknown: ['Storage: usage'],
      },
    ],
  },
  {
    name: 'units that are listed by the hour: 10 × 730 h × $0.00013 + 5 × 730 h × $0.00065',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 5

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    sees: [{ address: 'aws_dynamodb_table.games', usd: 3.32, status: 'partial' }],
  },
  {
    name: '100 GB × $0.25, kept for recovery at $0.20, and 10 × $0.0949 + 5 × $0.4745',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 5

  point_in_time_recovery {
    enabled = true
  }

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    usage: { 'aws_dynamodb_table.*': { storedGB: 100 } },
    sees: [
      {
        address: 'aws_dynamodb_table.games',
        usd: 48.32,
        status: 'priced',
        lines: ['Read capacity', 'Write capacity', 'Storage', 'Point-in-time recovery'],
      },
    ],
  },
  {
    name: 'on demand: 10M reads × $0.125 a million + 2M writes × $0.625 + 50 GB × $0.25 + 20 GB of backups × $0.10',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  billing_mode = "PAY_PER_REQUEST"

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    usage: {
      'aws_dynamodb_table.games': { readRequests: 10000000, writeRequests: 2000000, storedGB: 50, backupGB: 20 },
    },
    sees: [{ address: 'aws_dynamodb_table.games', usd: 17, status: 'priced' }],
  },
  {
    name: 'on demand with nothing told',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  billing_mode = "PAY_PER_REQUEST"

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    sees: [
      { address: 'aws_dynamodb_table.games', usd: null, status: 'partial', lines: ['Reads', 'Writes', 'Storage'] },
    ],
  },
  {
    name: 'an index has capacity of its own: (10 + 5) × $0.0949 + (10 + 5) × $0.4745',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 10

  global_secondary_index {
    name            = "ByDate"
    hash_key        = "id"
    projection_type = "ALL"
    read_capacity   = 5
    write_capacity  = 5
  }

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    sees: [
      {
        address: 'aws_dynamodb_table.games',
        usd: 8.54,
        status: 'partial',
        lines: ['Read capacity', 'Write capacity', 'Index 1, read capacity', 'Index 1, write capacity', 'Storage'],
      },
    ],
  },
  {
    name: 'a replica has the same capacity in its region: 10 × $0.0949 + 10 × $0.4745 and 10 × 730 h × ($0.00013 + $0.00065)',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 10

  replica {
    region_name = "us-east-1"
  }

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    sees: [{ address: 'aws_dynamodb_table.games', usd: 11.39, status: 'partial' }],
  },
  {
    name: 'a replica described by itself: 10 × 730 h × ($0.00013 + $0.00065) each',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 10

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table_replica" "games" {
  global_table_arn = aws_dynamodb_table.games.arn
}
`,
    sees: [
      { address: 'aws_dynamodb_table.games', usd: 5.69, status: 'partial' },
      { address: 'aws_dynamodb_table_replica.games', usd: 5.69, status: 'partial' },
    ],
  },
  {
    name: 'capacity that is scaled begins where it is written, and the least is the likely one: 5 × $0.0949 + 20 × $0.4745',
    terraform: `provider "aws" {
  region = "us-east-2"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 30
  write_capacity = 20

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_appautoscaling_target" "reads" {
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "table/games"
  min_capacity       = 5
  max_capacity       = 100
}
`,
    sees: [{ address: 'aws_dynamodb_table.games', usd: 9.96, status: 'partial' }],
  },
  {
    name: 'infrequent access has rates of its own: 10 × 730 h × ($0.00016 + $0.00081); a stream is read by use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "games" {
  name     = "games"
  hash_key = "id"
  read_capacity  = 10
  write_capacity = 10
  table_class    = "STANDARD_INFREQUENT_ACCESS"
  stream_enabled = true

  attribute {
    name = "id"
    type = "S"
  }
}
`,
    sees: [
      {
        address: 'aws_dynamodb_table.games',
        usd: 7.08,
        status: 'partial',
        lines: ['Read capacity', 'Write capacity', 'Storage', 'Stream reads'],
      },
    ],
  },
]
