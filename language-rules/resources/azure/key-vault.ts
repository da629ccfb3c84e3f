// https://azure.microsoft.com/pricing/details/key-vault/
import { fact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines, one } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/key-vault/'

/** RSA keys of 2,048 bits are the cheaper ones, all others are advanced. */
const isSimple = (type: string, size: string) => type.startsWith('RSA') && Number(size) <= 2048

/** A key of an elliptic curve has no size. */
const sizeOf = (block: Block) => {
  const size = block.fact('key_size')
  return /^EC/.test(String(valueOf(block.fact('key_type')))) ? block.fact('key_type') : size
}

export const resources = [
  defineResource({
    id: 'azure/key-vault-key',
    cloud: 'azure',
    docs,
    shape: { type: 'RSA, EC, RSA-HSM or EC-HSM', size: 'bits' },
    usage: { requests: 'operations with the key in a month' },
    lines(resource, prices) {
      const { item, used } = itemLines(resource, prices, 'key-vault')
      const by = [fact(resource, 'type'), fact(resource, 'size')]
      const isHsm = /HSM$/.test(String(valueOf(fact(resource, 'type'))))
      return [
        // One in hardware that was used in the last 30 days is billed by the month.
        ...(isHsm
          ? [
              item('Key', 'key-month', one(resource), {
                by,
                item: (type, size) => (isSimple(type!, size!) ? 'HSM key RSA 2048' : 'HSM key advanced, first 250'),
              }),
            ]
          : []),
        used(
          'Operations',
          'request',
          { by, item: (type, size) => (isSimple(type!, size!) ? 'key operations' : 'advanced key operations') },
          'requests',
        ),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key
      terraform: {
        azurerm_key_vault_key: { facts: { type: 'key_type', size: sizeOf }, region: regionOf('key_vault_id') },
      },
    },
    label: () => 'Key',
  }),
  defineResource({
    id: 'azure/key-vault-managed-hsm',
    cloud: 'azure',
    docs,
    shape: { sku: 'Standard_B1' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'key-vault').hours('Managed HSM pool', 'managed HSM pool'),
    ],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_managed_hardware_security_module
    from: { terraform: { azurerm_key_vault_managed_hardware_security_module: { facts: { sku: 'sku_name' } } } },
    label: () => 'Managed HSM',
  }),
  defineResource({
    id: 'azure/key-vault',
    cloud: 'azure',
    docs,
    shape: {},
    usage: { requests: 'operations with its secrets in a month' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'key-vault').used('Operations', 'request', 'secrets operations', 'requests'),
    ],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault
    from: { terraform: { azurerm_key_vault: { facts: {} } } },
    label: () => 'Key vault',
  }),
  defineResource({
    id: 'azure/key-vault-certificate',
    cloud: 'azure',
    docs,
    shape: {},
    usage: { renewals: 'times it is renewed in a month', requests: 'operations with it in a month' },
    lines(resource, prices) {
      const { used } = itemLines(resource, prices, 'key-vault')
      return [
        used('Renewals', 'renewal', 'certificate renewal', 'renewals'),
        used('Operations', 'request', 'secrets operations', 'requests'),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_certificate
    from: { terraform: { azurerm_key_vault_certificate: { facts: {}, region: regionOf('key_vault_id') } } },
    label: () => 'Certificate',
  }),
]

/** Secrets and permissions: their operations are billed with the vault. */
export const free: readonly string[] = [
  ...['access_policy', 'certificate_contacts', 'certificate_issuer', 'managed_hardware_security_module_key'],
  ...['managed_hardware_security_module_key_rotation_policy', 'managed_hardware_security_module_role_assignment'],
  ...['managed_hardware_security_module_role_definition', 'managed_storage_account', 'secret'],
  'managed_storage_account_sas_token_definition',
].map((part) => `azurerm_key_vault_${part}`)

const vault = `resource "azurerm_key_vault" "main" {
  location = "East US"
  sku_name = "premium"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'keys in hardware: $1 for RSA of 2,048 bits, $5 for the others; in software operations alone',
    terraform: `${vault}
resource "azurerm_key_vault_key" "rsa" {
  key_vault_id = azurerm_key_vault.main.id
  key_type     = "RSA-HSM"
  key_size     = 2048
}

resource "azurerm_key_vault_key" "curve" {
  key_vault_id = azurerm_key_vault.main.id
  key_type     = "EC-HSM"
}

resource "azurerm_key_vault_key" "software" {
  key_vault_id = azurerm_key_vault.main.id
  key_type     = "RSA"
  key_size     = 2048
}
`,
    usage: { 'azurerm_key_vault_key.software': { requests: 1_000_000 } },
    sees: [
      { address: 'azurerm_key_vault.main', usd: null, status: 'partial' },
      { address: 'azurerm_key_vault_key.rsa', usd: 1, status: 'partial', lines: ['Key', 'Operations'] },
      { address: 'azurerm_key_vault_key.curve', usd: 5, status: 'partial' },
      { address: 'azurerm_key_vault_key.software', usd: 3, status: 'priced', lines: ['Operations'] },
    ],
  },
  {
    name: 'a pool of its own: 730 h × $4.85; a certificate: 2 renewals × $3 + 20,000 operations × $0.03 a 10,000',
    terraform: `${vault}
resource "azurerm_key_vault_managed_hardware_security_module" "own" {
  location = "East US"
  sku_name = "Standard_B1"
}

resource "azurerm_key_vault_certificate" "www" {
  key_vault_id = azurerm_key_vault.main.id
}
`,
    usage: {
      azurerm_key_vault: { requests: 100_000 },
      azurerm_key_vault_certificate: { renewals: 2, requests: 20_000 },
    },
    sees: [
      { address: 'azurerm_key_vault.main', usd: 0.3, status: 'priced' },
      { address: 'azurerm_key_vault_managed_hardware_security_module.own', usd: 3540.5, status: 'priced' },
      { address: 'azurerm_key_vault_certificate.www', usd: 6.06, status: 'priced' },
    ],
  },
]
