// https://aws.amazon.com/sagemaker/ai/pricing/: notebooks and Studio apps bill their instance until somebody stops them.
import { fact, isUnwritten, line, monthOf, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Price, Resource } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'

/**
 * AWS bills a type at one rate whatever runs on it (a bill of 2023-12 with hosting, training, Studio and notebooks side by side:
 * https://github.com/aws-samples/sagemaker-ssh-helper/blob/main/Sample_Costs.md), so where notebooks have no row, hosting's is taken.
 */
function notebookPrice(prices: PriceBook, type: string, region: string): Price | undefined {
  const own = prices.service('aws', 'sagemaker', `notebook ${type}`, region)
  const hosting = own === undefined ? prices.hosting('sagemaker', type, region) : undefined
  return own ?? (hosting && { ...hosting, weak: 'the rate of the same type for hosting' })
}

const instanceLine = (resource: Resource, prices: PriceBook): Line =>
  line(
    'Instance',
    'hour',
    monthOf(resource),
    priceFor(resource, [fact(resource, 'instanceType')], (region, type) => notebookPrice(prices, type!, region)),
  )

const storageLine = (resource: Resource, prices: PriceBook): Line =>
  serviceLine(resource, prices, 'Storage', 'GB-month', numberFact(resource, 'volumeGB'), {
    service: 'sagemaker',
    item: 'notebook storage',
  })

const running = [{ what: 'running', value: 'the whole month', from: 'an instance runs until it is stopped' }]

const notebook = defineResource({
  id: 'aws/sagemaker-notebook',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  shape: { instanceType: 'ml.t3.medium', volumeGB: 'GB of its volume' },
  assumes: running,
  lines: (resource, prices) => [instanceLine(resource, prices), storageLine(resource, prices)],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance
    terraform: {
      aws_sagemaker_notebook_instance: { facts: { instanceType: 'instance_type', volumeGB: ['volume_size', 5] } },
    },
    sdk: {
      'aws.create_notebook_instance': {
        facts: { instanceType: 'InstanceType', volumeGB: ['VolumeSizeInGB', 5] },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'SageMaker notebook'),
})

/** The Jupyter server of Studio Classic runs on `system`, which costs nothing. */
function instanceOfApp(block: Block): Known<Fact> {
  const type = block.fact('resource_spec.instance_type')
  const isServer = valueOf(block.fact('app_type')) === 'JupyterServer'
  return isServer && isUnwritten(type) ? assumed<Fact>('system', block.location) : type
}

const app = defineResource({
  id: 'aws/sagemaker-app',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  shape: { instanceType: 'ml.t3.medium, or system, which is free' },
  assumes: running,
  lines: (resource, prices) =>
    valueOf(fact(resource, 'instanceType')) === 'system' ? [] : [instanceLine(resource, prices)],
  from: { terraform: { aws_sagemaker_app: { facts: { instanceType: instanceOfApp } } } },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'Studio app'),
})

/** Only JupyterLab and the code editor have a volume; how large it is where nothing is written, AWS decides. */
function volumeOfSpace(block: Block): Known<Fact> {
  const size = block.fact('space_settings.space_storage_settings.ebs_storage_settings.ebs_volume_size_in_gb')
  const type = block.fact('space_settings.app_type')
  if (!isUnwritten(size)) return size
  const hasVolume = !isUnwritten(type) && ['JupyterLab', 'CodeEditor', 'undefined'].includes(String(valueOf(type)))
  return hasVolume ? unknown('absent', block.location) : known<Fact>(0, block.location)
}

const space = defineResource({
  id: 'aws/sagemaker-space',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  shape: { volumeGB: 'GB of its volume' },
  lines: (resource, prices) => (valueOf(fact(resource, 'volumeGB')) === 0 ? [] : [storageLine(resource, prices)]),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_space
    terraform: { aws_sagemaker_space: { facts: { volumeGB: volumeOfSpace } } },
  },
  label: () => 'Studio space',
})

/** The home folders of its users are on a file system that it makes. */
const domain = defineResource({
  id: 'aws/sagemaker-domain',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/efs/pricing/',
  shape: {},
  usage: { storedGB: 'GB in the home folders of its users, mean of the month' },
  lines: (resource, prices) => [
    line(
      'Home folders',
      'GB-month',
      usage(resource, 'storedGB'),
      priceFor(resource, [], (region) => prices.storage('aws', 'efs', 'standard', region)?.storage),
    ),
  ],
  from: { terraform: { aws_sagemaker_domain: { facts: {} } } },
  label: () => 'SageMaker domain',
})

export const resources = [notebook, app, space, domain]

export const free: readonly string[] = [
  'aws_sagemaker_app_image_config',
  'aws_sagemaker_code_repository',
  'aws_sagemaker_endpoint_configuration',
  'aws_sagemaker_human_task_ui',
  'aws_sagemaker_image',
  'aws_sagemaker_image_version',
  'aws_sagemaker_model',
  'aws_sagemaker_model_package_group',
  'aws_sagemaker_model_package_group_policy',
  'aws_sagemaker_notebook_instance_lifecycle_configuration',
  'aws_sagemaker_pipeline',
  'aws_sagemaker_servicecatalog_portfolio_status',
  'aws_sagemaker_studio_lifecycle_config',
  'aws_sagemaker_user_profile',
  'aws_sagemaker_workforce',
  'aws_sagemaker_workteam',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a GPU notebook that nobody stops: 730 h × $2.3933',
    terraform: `provider "aws" {
  region = "sa-east-1"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.g5.xlarge"
}
`,
    sees: [
      {
        address: 'aws_sagemaker_notebook_instance.lab',
        usd: 1747.11,
        lines: ['Instance', 'Storage'],
        assumed: ['volumeGB', 'running'],
      },
    ],
  },
  {
    name: 'the Jupyter server is free, a kernel on a machine is not: 730 h × $0.152',
    terraform: `provider "aws" {
  region = "af-south-1"
}

resource "aws_sagemaker_domain" "lab" {
  domain_name = "lab"
}

resource "aws_sagemaker_app" "server" {
  domain_id = aws_sagemaker_domain.lab.id
  app_name  = "default"
  app_type  = "JupyterServer"
}

resource "aws_sagemaker_app" "kernel" {
  domain_id = aws_sagemaker_domain.lab.id
  app_name  = "kernel"
  app_type  = "KernelGateway"

  resource_spec {
    instance_type = "ml.m5.large"
  }
}

resource "aws_sagemaker_space" "team" {
  domain_id  = aws_sagemaker_domain.lab.id
  space_name = "team"
}

resource "aws_sagemaker_space" "editor" {
  domain_id  = aws_sagemaker_domain.lab.id
  space_name = "editor"

  space_settings {
    app_type = "CodeEditor"
  }
}
`,
    sees: [
      { address: 'aws_sagemaker_domain.lab', usd: null, lines: ['Home folders'] },
      { address: 'aws_sagemaker_app.server', usd: null, status: 'free' },
      { address: 'aws_sagemaker_app.kernel', usd: 110.96, status: 'priced' },
      { address: 'aws_sagemaker_space.team', usd: null, status: 'free' },
      { address: 'aws_sagemaker_space.editor', usd: null, lines: ['Storage'] },
    ],
  },
  {
    name: 'the home folders of a domain: 100 GB × $0.30; an app that does not say where it runs',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_domain" "lab" {
  domain_name = "lab"
}

resource "aws_sagemaker_app" "kernel" {
  domain_id = aws_sagemaker_domain.lab.id
  app_name  = "kernel"
  app_type  = "KernelGateway"
}
`,
    usage: { aws_sagemaker_domain: { storedGB: 100 } },
    sees: [
      { address: 'aws_sagemaker_domain.lab', usd: 30, status: 'priced' },
      { address: 'aws_sagemaker_app.kernel', usd: null, status: 'unknown', unknown: ['Instance: absent'] },
    ],
  },
]
