import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import type { Provider, Resource } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'provisioned-throughput-idle',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'Throughput of a model is rented by the hour, and nothing here tells how much of it is used.',
    why: 'It costs the same idle. Below a certain number of tokens a month the same calls are cheaper on demand.',
    fix: 'Compare the tokens you really send in a month with the break-even, and rent no more units than that fills.',
    unless: 'You need the latency it promises, or the model is one that is not sold on demand.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html',
    notIn: {
      python: 'what code makes of it is not read',
      typescript: 'what code makes of it is not read',
      notebook: 'what code makes of it is not read',
    },
  },
  options,
  *check(resource, { estimate, prices, document }) {
    const provider = rented(resource)
    const { usd: month } = estimate
    if (!provider || !month || estimate.per !== 'month' || month.likely <= 0) return
    const rates = onDemand(resource, provider, prices)
    if (!rates) return
    const input = month.likely / rates.input
    const output = rates.output === undefined ? undefined : month.likely / rates.output
    const or = output === undefined ? '' : say`, or ${millions(output)} million output tokens`
    yield {
      at: headerOf(resource, document),
      message: say`${usd(month)} a month, used or not: on demand that pays for ${millions(input)} million input tokens${or} of ${rates.id}. Below that, calls by the token cost less.`,
    }
  },
})

const millions = (tokens: number) => Math.round(tokens / 1e6)

/** Whose prices by the token it stands against. */
function rented({ definition, shape }: Resource): Provider | undefined {
  if (definition === 'aws/bedrock-throughput') return 'bedrock'
  const sku = shape.sku && valueOf(shape.sku)
  return definition === 'azure/openai-deployment' && typeof sku === 'string' && /Provisioned/.test(sku)
    ? 'azure-openai'
    : undefined
}

/** USD for one token by the list of calls on demand; undefined where the model has none. */
function onDemand({ shape }: Resource, provider: Provider, prices: PriceBook) {
  const written = shape.model && valueOf(shape.model)
  if (typeof written !== 'string') return undefined
  // Of a Bedrock ARN what stands after `foundation-model/`, without the context length: `:0:200k`.
  const id = written.slice(written.lastIndexOf('/') + 1).replace(/:\d+k$/, '')
  const model = prices.model(provider, id)
  const [input, output] = [model?.rates.input?.price, model?.rates.output?.price]
  if (!model || !input || input.usd <= 0) return undefined
  return {
    id: model.id,
    input: input.usd / input.per,
    output: output && output.usd > 0 ? output.usd / output.per : undefined,
  }
}

export const examples: readonly RuleExample[] = [
  {
    name: 'Bedrock, a model unit no list has a price of',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_bedrock_provisioned_model_throughput" "desk" {
  provisioned_model_name = "desk"
  model_arn              = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1"
  model_units            = 1
  commitment_duration    = "OneMonth"
}
`,
    finds: [],
  },
  {
    name: 'Azure, provisioned units',
    lang: 'terraform',
    code: `resource "azurerm_cognitive_account" "ai" {
  name                = "ai"
  location            = "eastus"
  resource_group_name = "rg"
  kind                = "OpenAI"
  sku_name            = "S0"
}

resource "azurerm_cognitive_deployment" "desk" {
  name                 = "desk"
  cognitive_account_id = azurerm_cognitive_account.ai.id

  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }

  sku {
    name     = "ProvisionedManaged"
    capacity = 50
  }
}
`,
    finds: [
      {
        line: 9,
        message:
          '$73,000 a month, used or not: on demand that pays for 29,200 million input tokens, or 7,300 million output tokens of gpt-4o. Below that, calls by the token cost less.',
      },
    ],
  },
  {
    name: 'Azure, provisioned units of any region',
    lang: 'terraform',
    code: `resource "azurerm_cognitive_account" "ai" {
  name                = "ai"
  location            = "eastus"
  resource_group_name = "rg"
  kind                = "OpenAI"
  sku_name            = "S0"
}

resource "azurerm_cognitive_deployment" "desk" {
  name                 = "desk"
  cognitive_account_id = azurerm_cognitive_account.ai.id

  model {
    format = "OpenAI"
    name   = "gpt-4o-mini"
  }

  sku {
    name     = "GlobalProvisionedManaged"
    capacity = 15
  }
}
`,
    finds: [
      {
        line: 9,
        message:
          '$10,950 a month, used or not: on demand that pays for 66,364 million input tokens, or 16,591 million output tokens of gpt-4o-mini. Below that, calls by the token cost less.',
      },
    ],
  },

  {
    name: 'billed by the token',
    lang: 'terraform',
    code: `resource "azurerm_cognitive_account" "ai" {
  name                = "ai"
  location            = "eastus"
  resource_group_name = "rg"
  kind                = "OpenAI"
  sku_name            = "S0"
}

resource "azurerm_cognitive_deployment" "desk" {
  name                 = "desk"
  cognitive_account_id = azurerm_cognitive_account.ai.id

  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }

  sku {
    name     = "Standard"
    capacity = 50
  }
}
`,
    finds: [],
  },
  {
    name: 'a model that is not known here',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "model" {
  type = string
}

resource "aws_bedrock_provisioned_model_throughput" "desk" {
  provisioned_model_name = "desk"
  model_arn              = var.model
  model_units            = 1
}
`,
    finds: [],
  },
]
