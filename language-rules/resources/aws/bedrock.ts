// https://aws.amazon.com/bedrock/pricing/: what calls cost is shown where the code calls; here is what is kept or made.
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

/** The id at the end of `arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2`. */
const idOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)

/** `OneMonth` and `SixMonths` as the price list words them. */
const terms: Readonly<Record<string, string>> = { OneMonth: '1 month', SixMonths: '6 months', none: 'no commitment' }

const throughput = defineResource({
  id: 'aws/bedrock-throughput',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/bedrock/pricing/',
  shape: { model: 'arn of the model', units: 'model units', term: 'OneMonth, SixMonths, or none' },
  lines: (resource, prices) => [
    line(
      'Model units',
      'hour',
      product(numberFact(resource, 'units'), monthOf(resource)),
      priceFor(resource, [fact(resource, 'model'), fact(resource, 'term')], (region, model, term) =>
        prices.service('aws', 'bedrock', `model unit ${idOf(model!)} ${terms[term!] ?? term}`, region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrock_provisioned_model_throughput
    terraform: {
      aws_bedrock_provisioned_model_throughput: {
        facts: { model: 'model_arn', units: 'model_units', term: ['commitment_duration', 'none'] },
      },
    },
  },
  label: ({ shape: { model } }) =>
    model && typeof valueOf(model) === 'string' ? idOf(String(valueOf(model))) : 'Bedrock',
})

const customModel = defineResource({
  id: 'aws/bedrock-custom-model',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/bedrock/pricing/',
  shape: { model: 'arn of the model it starts from' },
  usage: { trainingTokens: 'tokens of the training, all epochs counted' },
  lines: (resource, prices) => [
    line(
      'Training',
      'token',
      usage(resource, 'trainingTokens'),
      priceFor(resource, [fact(resource, 'model')], (region, model) =>
        prices.service('aws', 'bedrock', `training ${idOf(model!)}`, region),
      ),
    ),
    serviceLine(resource, prices, 'Model storage', 'month', fixed(resource, 1), {
      service: 'bedrock',
      item: 'custom model storage',
    }),
  ],
  from: { terraform: { aws_bedrock_custom_model: { facts: { model: 'base_model_identifier' } } } },
  label: () => 'Bedrock custom model',
})

const guardrail = defineResource({
  id: 'aws/bedrock-guardrail',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/bedrock/pricing/',
  shape: {},
  usage: { textUnits: 'text units of up to 1,000 characters that its policies look at' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Text looked at', 'text unit', usage(resource, 'textUnits'), {
      service: 'bedrock',
      item: 'guardrail text unit',
    }),
  ],
  from: { terraform: { aws_bedrock_guardrail: { facts: {} } } },
  label: () => 'Bedrock guardrail',
})

const flow = defineResource({
  id: 'aws/bedrock-flow',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/bedrock/pricing/',
  shape: {},
  usage: { transitions: 'node transitions of its runs' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Node transitions', 'transition', usage(resource, 'transitions'), {
      service: 'bedrock',
      item: 'flow node transition',
    }),
  ],
  from: { terraform: { aws_bedrockagent_flow: { facts: {} } } },
  label: () => 'Bedrock flow',
})

export const resources = [throughput, customModel, guardrail, flow]

/** An agent and a knowledge base bill the models and the stores they use. */
export const free: readonly string[] = [
  'aws_bedrock_guardrail_version',
  'aws_bedrock_inference_profile',
  'aws_bedrock_model_invocation_logging_configuration',
  'aws_bedrockagent_agent_action_group',
  'aws_bedrockagent_agent_alias',
  'aws_bedrockagent_agent_collaborator',
  'aws_bedrockagent_agent_knowledge_base_association',
  'aws_bedrockagent_prompt',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'model units are never $0 for want of a row, nor is what a model stores or a guardrail reads',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_bedrock_provisioned_model_throughput" "kept" {
  provisioned_model_name = "kept"
  model_arn              = "arn:aws:bedrock:mx-central-1::foundation-model/anthropic.claude-v2"
  model_units            = 2
  commitment_duration    = "SixMonths"
}

resource "aws_bedrock_custom_model" "tuned" {
  custom_model_name     = "tuned"
  job_name              = "tuned"
  base_model_identifier = "arn:aws:bedrock:mx-central-1::foundation-model/amazon.titan-text-express-v1"
}

resource "aws_bedrock_guardrail" "polite" {
  name = "polite"
}

resource "aws_bedrockagent_flow" "steps" {
  name = "steps"
}
`,
    sees: [
      {
        address: 'aws_bedrock_provisioned_model_throughput.kept',
        usd: null,
        status: 'unknown',
        unknown: ['Model units: no-price'],
      },
      {
        address: 'aws_bedrock_custom_model.tuned',
        usd: null,
        status: 'unknown',
        lines: ['Training', 'Model storage'],
      },
      { address: 'aws_bedrock_guardrail.polite', usd: null, status: 'unknown', lines: ['Text looked at'] },
      { address: 'aws_bedrockagent_flow.steps', usd: null, status: 'unknown', lines: ['Node transitions'] },
    ],
  },
]
