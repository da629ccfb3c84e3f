import type { ResourceExample } from '../../../core/resource.ts'

const plan = (sku: string, rest = '', os = 'Linux', name = 'main') => `resource "azurerm_service_plan" "${name}" {
  location = "East US"
  os_type  = "${os}"
  sku_name = "${sku}"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'two workers of a P1v3: 2 × 730 h × $0.155; on Windows 2 × 730 h × $0.315',
    terraform: `${plan('P1v3', '  worker_count = 2\n')}
${plan('P1v3', '  worker_count = 2\n', 'Windows', 'windows')}`,
    sees: [
      {
        address: 'azurerm_service_plan.main',
        usd: 226.3,
        status: 'priced',
        lines: ['Instance'],
        unknown: [],
        assumed: [],
      },
      { address: 'azurerm_service_plan.windows', usd: 459.9, status: 'priced' },
    ],
  },
  {
    name: 'one worker unless more are written: 730 h × $0.0775 for a P0v3; a free plan, and one that bills by the call, cost nothing',
    terraform: `${plan('P0v3')}
${plan('F1', '', 'Linux', 'free')}
${plan('Y1', '', 'Linux', 'consumption')}`,
    sees: [
      { address: 'azurerm_service_plan.main', usd: 56.58, status: 'priced', assumed: ['instances'] },
      { address: 'azurerm_service_plan.free', usd: null, status: 'free' },
      { address: 'azurerm_service_plan.consumption', usd: null, status: 'free' },
    ],
  },
  {
    name: 'from 2 to 6 workers, 3 at first: 3 × 730 h × $0.155; what this region has no row for has no price',
    terraform: `${plan('P1v3', '  worker_count = 3\n')}
resource "azurerm_monitor_autoscale_setting" "main" {
  location           = "eastus"
  target_resource_id = azurerm_service_plan.main.id
  profile {
    name = "default"
    capacity {
      default = 2
      minimum = 2
      maximum = 6
    }
  }
}

resource "azurerm_service_plan" "rare" {
  location = "jioindiawest"
  os_type  = "Linux"
  sku_name = "P1v3"
}
`,
    sees: [
      { address: 'azurerm_service_plan.main', usd: 339.45, status: 'priced' },
      { address: 'azurerm_service_plan.rare', usd: null, status: 'unknown', unknown: ['Instance: no-price'] },
    ],
  },
  {
    name: 'a premium plan for functions: 1 vCPU × $126.29 + 3.5 GiB × $8.98; three of an EP2: 3 × (2 × $126.29 + 7 × $8.98)',
    terraform: `${plan('EP1')}
${plan('EP2', '  worker_count = 3\n', 'Linux', 'three')}`,
    sees: [
      { address: 'azurerm_service_plan.main', usd: 157.72, status: 'priced', lines: ['vCPU', 'Memory'] },
      { address: 'azurerm_service_plan.three', usd: 946.32, status: 'priced' },
    ],
  },
  {
    name: 'a standard plan for logic apps in West Europe: $143.955 + 3.5 GiB × $10.2929',
    terraform: plan('WS1').replace('East US', 'West Europe'),
    sees: [{ address: 'azurerm_service_plan.main', usd: 179.98, status: 'priced', lines: ['vCPU', 'Memory'] }],
  },
  {
    name: 'the older resource: Windows unless it is reserved, 2 × 730 h × $0.10 for an S1; shared ones $0.013',
    terraform: `resource "azurerm_app_service_plan" "old" {
  location = "eastus"
  sku {
    tier     = "Standard"
    size     = "S1"
    capacity = 2
  }
}

resource "azurerm_app_service_plan" "linux" {
  location = "eastus"
  kind     = "Linux"
  reserved = true
  sku {
    tier = "Standard"
    size = "S1"
  }
}

resource "azurerm_app_service_plan" "shared" {
  location = "eastus"
  sku {
    tier = "Shared"
    size = "D1"
  }
}
`,
    sees: [
      { address: 'azurerm_app_service_plan.old', usd: 146, status: 'priced', assumed: ['os'] },
      { address: 'azurerm_app_service_plan.linux', usd: 69.35, status: 'priced' },
      { address: 'azurerm_app_service_plan.shared', usd: 9.49, status: 'priced' },
    ],
  },
  {
    name: 'isolated: 730 h × $0.285 for an I1, 2 × 730 h × $12.352 for I6v2, 730 h × $0.30 for an I1 on Windows; 730 h × $5.536 for a P5mv3 on Windows',
    terraform: `${plan('I1')}
${plan('I6v2', '  worker_count = 2\n', 'Linux', 'large')}
${plan('I1', '', 'Windows', 'windows')}
${plan('P5mv3', '', 'Windows', 'memory')}`,
    sees: [
      { address: 'azurerm_service_plan.main', usd: 208.05, status: 'priced' },
      { address: 'azurerm_service_plan.large', usd: 18033.92, status: 'priced' },
      { address: 'azurerm_service_plan.windows', usd: 219, status: 'priced' },
      { address: 'azurerm_service_plan.memory', usd: 4041.28, status: 'priced' },
    ],
  },
  {
    name: 'in UK South 730 h × $0.10 for an S1; the resource before it: 730 h × $0.30 for a P1, 730 h × $0.162446 for a PC2',
    terraform: `resource "azurerm_service_plan" "uk" {
  location = "UK South"
  os_type  = "Linux"
  sku_name = "S1"
}

resource "azurerm_app_service_plan" "premium" {
  location = "East US"
  kind     = "Windows"
  sku {
    tier = "Premium"
    size = "P1"
  }
}

resource "azurerm_app_service_plan" "container" {
  location = "East US"
  kind     = "xenon"
  sku {
    tier = "PremiumContainer"
    size = "PC2"
  }
}
`,
    sees: [
      { address: 'azurerm_service_plan.uk', usd: 73, status: 'priced' },
      { address: 'azurerm_app_service_plan.premium', usd: 219, status: 'priced' },
      { address: 'azurerm_app_service_plan.container', usd: 118.59, status: 'priced' },
    ],
  },
  {
    name: 'sizes by the least of their series: in Canada Central 4 × 730 h × $0.168 for a P3v3, in West Europe 730 h × $0.209 for a P1v4',
    terraform: `${plan('P3v3').replace('East US', 'Canada Central')}
${plan('P1v4', '', 'Linux', 'newest').replace('East US', 'West Europe')}`,
    sees: [
      { address: 'azurerm_service_plan.main', usd: 490.56, status: 'priced' },
      { address: 'azurerm_service_plan.newest', usd: 152.57, status: 'priced' },
    ],
  },
]
