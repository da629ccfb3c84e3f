import type { ResourceExample } from '../../../core/resource.ts'

const account = (kind = 'OpenAI') => `resource "azurerm_cognitive_account" "main" {
  location = "East US"
  kind     = "${kind}"
  sku_name = "S0"
}
`

const deployment = (
  model: string,
  sku: string,
  capacity = 1,
  name = 'main',
) => `resource "azurerm_cognitive_deployment" "${name}" {
  cognitive_account_id = azurerm_cognitive_account.main.id
  model {
    format = "OpenAI"
    name   = "${model}"
  }
  sku {
    name     = "${sku}"
    capacity = ${capacity}
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'by the token: 100 M in × $2.50, 20 M out × $10, 50 M cached × $1.25; the capacity is a limit and costs nothing',
    terraform: `${account()}
${deployment('gpt-4o', 'GlobalStandard', 100)}`,
    usage: {
      azurerm_cognitive_deployment: {
        inputTokens: 100_000_000,
        outputTokens: 20_000_000,
        cachedInputTokens: 50_000_000,
      },
    },
    sees: [
      { address: 'azurerm_cognitive_account.main', usd: null, status: 'free' },
      {
        address: 'azurerm_cognitive_deployment.main',
        usd: 512.5,
        status: 'priced',
        lines: ['Input tokens', 'Output tokens', 'Cached input tokens'],
      },
    ],
  },
  {
    name: 'untold, unit prices alone; an embedding has only what goes in; a model nobody lists has no price',
    terraform: `${account()}
${deployment('gpt-4o', 'GlobalStandard')}
${deployment('text-embedding-3-small', 'GlobalStandard', 1, 'embedding')}
${deployment('never-heard-of', 'GlobalStandard', 1, 'unheard')}`,
    sees: [
      { address: 'azurerm_cognitive_account.main', usd: null, status: 'free' },
      { address: 'azurerm_cognitive_deployment.main', usd: null, status: 'partial' },
      {
        address: 'azurerm_cognitive_deployment.embedding',
        usd: null,
        status: 'partial',
        lines: ['Input tokens'],
        unknown: ['Input tokens: usage'],
      },
      {
        address: 'azurerm_cognitive_deployment.unheard',
        usd: null,
        status: 'unknown',
        unknown: ['Input tokens: no-price'],
      },
    ],
  },
  {
    name: 'reserved: 100 PTUs × 730 h × $2 in one region, 50 × 730 h × $1 in all of them, in a zone 50 × 730 h × $1.10',
    terraform: `${account()}
${deployment('gpt-4o', 'ProvisionedManaged', 100)}
${deployment('gpt-4o', 'GlobalProvisionedManaged', 50, 'global')}
${deployment('gpt-4o', 'DataZoneProvisionedManaged', 50, 'zone')}`,
    sees: [
      { address: 'azurerm_cognitive_account.main', usd: null, status: 'free' },
      {
        address: 'azurerm_cognitive_deployment.main',
        usd: 146_000,
        status: 'priced',
        lines: ['Provisioned throughput'],
        assumed: [],
      },
      { address: 'azurerm_cognitive_deployment.global', usd: 36_500, status: 'priced' },
      { address: 'azurerm_cognitive_deployment.zone', usd: 40_150, status: 'priced' },
    ],
  },
  {
    name: 'pictures by the one: 1,000 × $0.04 and more by size and quality',
    terraform: `${account()}
${deployment('whisper', 'Standard')}`,
    usage: { azurerm_cognitive_deployment: { inputSeconds: 36_000 } },
    sees: [
      { address: 'azurerm_cognitive_account.main', usd: null, status: 'free' },
      { address: 'azurerm_cognitive_deployment.main', usd: 3.6, status: 'priced', lines: ['Sound read'] },
    ],
  },
]
