import * as z from 'zod/mini'
import { addAfterBlock, blockName, ofEach } from '../../core/fixes/blocks.ts'
import { requestAfter, sameArgument } from '../../core/fixes/next-request.ts'
import { code } from '../../core/fixes/written-value.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ResourceContext, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import type { Edit, Resource } from '../../core/types.ts'

const options = z.object({
  keep: z._default(z.number().check(z.int(), z.positive()), 20).check(z.describe('How many images the fix keeps.')),
})

const repositories: ReadonlySet<string> = new Set(['aws_ecr_repository', 'aws.create_repository'])

export const rule = defineRule({
  id: 'unexpiring-images',
  on: 'resource',
  severity: 'info',
  preset: 'recommended',
  docs: {
    what: 'No lifecycle policy ever deletes an image of this registry.',
    why: 'Every build adds an image, an image of a model is 10 GB and more, and each GB is billed every month.',
    fix: 'Keep the last few images, and delete the others.',
    unless: 'Something outside the configuration deletes them.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
    alters: ['data'],
  },
  options,
  *check(resource, context) {
    const { options, estimate, document } = context
    if (!repositories.has(resource.type) || !resource.shape.expires) return
    if (valueOf(resource.shape.expires) !== false) return
    // Of a lab or a test: it goes with its images.
    if (resource.shape.isDisposable && valueOf(resource.shape.isDisposable) === true) return
    const stored = estimate.lines[0]?.unitUsd
    yield {
      at: headerOf(resource, document),
      message: stored
        ? say`Nothing ever deletes an image here: each GB costs ${usd(stored)} a month for as long as it is kept. Add a lifecycle policy.`
        : 'Nothing ever deletes an image here, and each GB is billed every month for as long as it is kept. Add a lifecycle policy.',
      fixes: [
        {
          title: `Keep the last ${options.keep} images`,
          safety: 'suggestion',
          edits: resource.source.call
            ? policyInCode(resource, options.keep, context)
            : [addAfterBlock(resource, policy(resource, options.keep), document)],
          claim: 'governs',
        },
      ],
    }
  },
})

function policy(repository: Resource, keep: number): readonly string[] {
  return [
    `resource "aws_ecr_lifecycle_policy" "${blockName(repository)}" {`,
    ...ofEach(repository, 'repository', 'name'),
    '  policy = jsonencode({',
    '    rules = [{',
    '      rulePriority = 1',
    `      description  = "Keep the last ${keep} images"`,
    '      selection = {',
    '        tagStatus   = "any"',
    '        countType   = "imageCountMoreThan"',
    `        countNumber = ${keep}`,
    '      }',
    '      action = { type = "expire" }',
    '    }]',
    '  })',
    '}',
  ]
}

/** The policy is a text: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html */
function policyInCode(
  repository: Resource,
  keep: number,
  context: ResourceContext<unknown>,
): readonly (Edit | undefined)[] {
  const name = sameArgument(repository, 'repositoryName', context)
  if (name === undefined || !context.code) return [undefined]
  const rule = {
    rulePriority: 1,
    selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: keep },
    action: { type: 'expire' },
  }
  const lifecyclePolicyText = code(`'${JSON.stringify({ rules: [rule] })}'`)
  return requestAfter(
    repository,
    { method: 'put_lifecycle_policy', fields: { repositoryName: name, lifecyclePolicyText } },
    context,
  )
}

export const examples: readonly RuleExample[] = [
  {
    name: 'Terraform',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "ranker" {
  name = "ranker"
}
`,
    finds: [
      {
        line: 5,
        message:
          'Nothing ever deletes an image here: each GB costs $0.10 a month for as long as it is kept. Add a lifecycle policy.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "ranker" {
  name = "ranker"
}

resource "aws_ecr_lifecycle_policy" "ranker" {
  repository = aws_ecr_repository.ranker.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last 20 images"
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = 20
      }
      action = { type = "expire" }
    }]
  })
}
`,
      },
    ],
  },
  {
    name: 'one for each service',
    lang: 'terraform',
    options: { keep: 5 },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "service" {
  for_each = toset(["api"])
  name     = each.value
}
`,
    finds: [
      {
        line: 5,
        message:
          'Nothing ever deletes an image here: each GB costs $0.10 a month for as long as it is kept. Add a lifecycle policy.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "service" {
  for_each = toset(["api"])
  name     = each.value
}

resource "aws_ecr_lifecycle_policy" "service" {
  for_each   = aws_ecr_repository.service
  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last 5 images"
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = 5
      }
      action = { type = "expire" }
    }]
  })
}
`,
      },
    ],
  },
  {
    name: 'as many as a variable says',
    lang: 'terraform',
    options: { keep: 5 },
    code: `provider "aws" {
  region = "us-east-1"
}

variable "services" {
  type = list(string)
}

resource "aws_ecr_repository" "service" {
  count = length(var.services)
  name  = var.services[count.index]
}
`,
    finds: [
      {
        line: 9,
        message:
          'Nothing ever deletes an image here: each GB costs $0.10 a month for as long as it is kept. Add a lifecycle policy.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

variable "services" {
  type = list(string)
}

resource "aws_ecr_repository" "service" {
  count = length(var.services)
  name  = var.services[count.index]
}

resource "aws_ecr_lifecycle_policy" "service" {
  count      = length(aws_ecr_repository.service)
  repository = aws_ecr_repository.service[count.index].name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last 5 images"
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = 5
      }
      action = { type = "expire" }
    }]
  })
}
`,
      },
    ],
  },
  {
    name: 'with a policy, by reference and by name',
    lang: 'terraform',
    code: `resource "aws_ecr_repository" "ranker" {
  name = "ranker"
}

resource "aws_ecr_lifecycle_policy" "ranker" {
  repository = aws_ecr_repository.ranker.name
  policy     = file("policy.json")
}

resource "aws_ecr_repository" "api" {
  name = "api"
}

resource "aws_ecr_lifecycle_policy" "api" {
  repository = "api"
  policy     = file("policy.json")
}
`,
    finds: [],
  },
  {
    name: 'a policy whose repository is not known may be this one’s',
    lang: 'terraform',
    code: `variable "repository" {}

resource "aws_ecr_repository" "ranker" {
  name = "ranker"
}

resource "aws_ecr_lifecycle_policy" "some" {
  repository = var.repository
  policy     = file("policy.json")
}
`,
    finds: [],
  },
  {
    name: 'a repository that a program makes',
    lang: 'python',
    code: `import boto3

ecr = boto3.client("ecr", region_name="us-east-1")
ecr.create_repository(repositoryName="ranker")
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing ever deletes an image here: each GB costs $0.10 a month for as long as it is kept. Add a lifecycle policy.',
        fixed: `import boto3

ecr = boto3.client("ecr", region_name="us-east-1")
ecr.create_repository(repositoryName="ranker")
ecr.put_lifecycle_policy(
    repositoryName="ranker",
    lifecyclePolicyText='{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":20},"action":{"type":"expire"}}]}',
)
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr'

const ecr = new ECRClient({ region: 'us-east-1' })
await ecr.send(new CreateRepositoryCommand({ repositoryName: 'ranker' }))
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing ever deletes an image here: each GB costs $0.10 a month for as long as it is kept. Add a lifecycle policy.',
        fixed: `import { CreateRepositoryCommand, PutLifecyclePolicyCommand, ECRClient } from '@aws-sdk/client-ecr'

const ecr = new ECRClient({ region: 'us-east-1' })
await ecr.send(new CreateRepositoryCommand({ repositoryName: 'ranker' }))
await ecr.send(
  new PutLifecyclePolicyCommand({
    repositoryName: 'ranker',
    lifecyclePolicyText: '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":20},"action":{"type":"expire"}}]}',
  }),
)
`,
      },
    ],
  },
  {
    name: 'with a policy of the program',
    lang: 'python',
    code: `import boto3


def prepare(name, policy):
    ecr = boto3.client("ecr", region_name="us-east-1")
    ecr.create_repository(repositoryName=name)
    ecr.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=policy)
`,
    finds: [],
  },
  {
    name: 'for a while, TypeScript',
    lang: 'typescript',
    code: `import { ECR } from '@aws-sdk/client-ecr'

const ecr = new ECR({ region: 'us-east-1' })
export async function tried(repositoryName: string) {
  await ecr.createRepository({ repositoryName })
  await ecr.deleteRepository({ repositoryName, force: true })
}
`,
    finds: [],
  },
  {
    name: 'of a lab, which takes its images with it',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "lab" {
  name         = "lab"
  force_delete = true
}
`,
    finds: [],
  },
]
