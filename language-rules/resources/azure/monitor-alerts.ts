// https://azure.microsoft.com/pricing/details/monitor/ (alerts, web tests);
// https://learn.microsoft.com/azure/azure-monitor/cost-meters: which meters there are, and that those of alerts have no region.
import { fact, isUnwritten, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type FactSource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { isValue, sizeOf, totalOf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { everywhere } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/monitor/'
const secondsOfMonth = 730 * 3600

/** How many values of a dimension are written; what a wildcard, a beginning or "all but" finds shows at run time. */
function valuesOf(dimension: NestedBlock, block: Block): Known<number> {
  const values = dimension.list('values')
  const operator = dimension.fact('operator')
  const isOpen =
    (!isUnwritten(operator) && !isValue(operator, 'Include')) ||
    (values.is === 'known' && values.value.some((value) => [undefined, '*'].includes(valueOf(value) as string)))
  return isOpen ? unknown('dynamic', block.location) : mapKnown(values, (all) => all.length)
}

/** A series for each combination of the dimensions' values; a dimension may be written in parts. */
function seriesOf(criteria: NestedBlock, block: Block): Known<number> {
  const parts = new Map<string, Known<number>[]>()
  for (const dimension of criteria.nested('dimension')) {
    const name = String(valueOf(dimension.fact('name')) ?? parts.size)
    parts.set(name, [...(parts.get(name) ?? []), valuesOf(dimension, block)])
  }
  return [...parts.values()]
    .map((counts) => totalOf(counts, block.location))
    .reduce<Known<number>>(product, criteria.count)
}

/** Of all criteria of these kinds, for each resource that is watched. */
const watched =
  (...kinds: readonly string[]) =>
  (block: Block): Known<Fact> => {
    const series = kinds.flatMap((kind) => block.nested(kind).map((criteria) => seriesOf(criteria, block)))
    const scopes = numberOf(sizeOf('scopes', 1)(block))
    return series.length === 0 ? known<Fact>(0, block.location) : product(totalOf(series, block.location), scopes)
  }

/** `PT10M`, `PT2H`, `P1D`, or minutes. */
function minutesOf(frequency: Fact): number {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(String(frequency)) ?? []
  if (days === undefined && hours === undefined && minutes === undefined) return Number(frequency)
  return Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0)
}

/** The meter of a rule: one is for every minute, others for every five, ten or fifteen and beyond. */
const meterOf = (minutes: number) => [15, 10, 5].find((step) => minutes >= step) ?? 1

const logAlert = (id: string, type: string, frequency: FactSource) =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: { frequency: 'how often it is evaluated: minutes, or PT5M', series: 'series it splits what it finds into' },
    lines(resource, prices) {
      const { months } = itemLines(resource, prices, 'monitor')
      const by = [fact(resource, 'frequency')]
      const step = (value: string | undefined) => meterOf(minutesOf(value!))
      const further = mapKnown(numberFact(resource, 'series'), (series) => Math.max(0, series - 1))
      return [
        months('Rule', { by, item: (value) => `log alert ${step(value)} min` }),
        ...(valueOf(further) === 0
          ? []
          : [months('Further series', { by, item: (value) => `log alert series ${step(value)} min` }, further)]),
      ]
    },
    from: { terraform: { [type]: { facts: { frequency, series: watched('criteria') }, region: everywhere } } },
    label: () => 'Alert rule',
  })

export const resources = [
  defineResource({
    id: 'azure/metric-alert',
    cloud: 'azure',
    docs,
    shape: { series: 'series of metrics it watches', dynamic: 'those of them with a dynamic threshold' },
    lines(resource, prices) {
      const { months } = itemLines(resource, prices, 'monitor')
      const dynamic = numberFact(resource, 'dynamic')
      return [
        months('Metrics', 'metric alert series', numberFact(resource, 'series')),
        ...(valueOf(dynamic) === 0 ? [] : [months('Dynamic thresholds', 'dynamic threshold series', dynamic)]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_metric_alert
      terraform: {
        azurerm_monitor_metric_alert: {
          facts: {
            series: watched(
              'criteria',
              'dynamic_criteria',
              'application_insights_web_test_location_availability_criteria',
            ),
            dynamic: watched('dynamic_criteria'),
          },
          region: everywhere,
        },
      },
    },
    label: () => 'Alert rule',
  }),
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_scheduled_query_rules_alert
  logAlert('log-alert', 'azurerm_monitor_scheduled_query_rules_alert', 'frequency'),
  logAlert('log-alert-v2', 'azurerm_monitor_scheduled_query_rules_alert_v2', 'evaluation_frequency'),
  defineResource({
    id: 'azure/web-test',
    cloud: 'azure',
    docs,
    shape: { frequency: 'seconds between two runs', places: 'places it is run from', isOn: 'whether it is run' },
    lines(resource, prices) {
      if (valueOf(fact(resource, 'isOn')) === false) return []
      const runs = mapKnown(numberFact(resource, 'frequency'), (seconds) => secondsOfMonth / seconds)
      const { item } = itemLines(resource, prices, 'monitor')
      return [item('Runs', 'run', product(runs, numberFact(resource, 'places')), 'standard web test')]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_insights_standard_web_test
      terraform: {
        azurerm_application_insights_standard_web_test: {
          facts: {
            frequency: ['frequency', 300],
            places: sizeOf('geo_locations'),
            isOn: (block) =>
              isUnwritten(block.fact('enabled')) ? known<Fact>(true, block.location) : block.fact('enabled'),
          },
        },
      },
    },
    label: () => 'Web test',
  }),
  defineResource({
    id: 'azure/classic-web-test',
    cloud: 'azure',
    docs,
    shape: { kind: 'multistep, or ping for nothing' },
    lines: (resource, prices) =>
      valueOf(fact(resource, 'kind')) === 'ping'
        ? []
        : [itemLines(resource, prices, 'monitor').months('Test', 'multi-step web test')],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_insights_web_test
      terraform: { azurerm_application_insights_web_test: { facts: { kind: 'kind' }, region: everywhere } },
    },
    label: () => 'Web test',
  }),
]

const metricAlert = (name: string, criteria: string) => `resource "azurerm_monitor_metric_alert" "${name}" {
  scopes = [var.one, var.other]
${criteria}}
`
const split = (values: string, operator = 'Include') => `    dimension {
      name     = "ApiName"
      operator = "${operator}"
      values   = ${values}
    }
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'two resources × 1 metric × $0.10; × 2 criteria, one of them by 3 values, 2 × 4 × $0.10; what a wildcard finds is open',
    terraform: `${metricAlert('one', '  criteria {\n    metric_name = "Transactions"\n  }\n')}
${metricAlert('many', `  criteria {\n    metric_name = "Transactions"\n  }\n  criteria {\n    metric_name = "Ingress"\n${split('["Get", "Put", "Copy"]')}  }\n`)}
${metricAlert('any', `  criteria {\n    metric_name = "Transactions"\n${split('["*"]')}  }\n`)}`,
    sees: [
      { address: 'azurerm_monitor_metric_alert.one', usd: 0.2, status: 'priced', lines: ['Metrics'] },
      { address: 'azurerm_monitor_metric_alert.many', usd: 0.8, status: 'priced' },
      { address: 'azurerm_monitor_metric_alert.any', usd: null, status: 'partial', unknown: ['Metrics: dynamic'] },
    ],
  },
  {
    name: 'a dynamic threshold is billed beside its metric: 2 × $0.10 + 2 × $0.10',
    terraform: metricAlert('learned', '  dynamic_criteria {\n    metric_name = "Transactions"\n  }\n'),
    sees: [
      {
        address: 'azurerm_monitor_metric_alert.learned',
        usd: 0.4,
        status: 'priced',
        lines: ['Metrics', 'Dynamic thresholds'],
      },
    ],
  },
  {
    name: 'every 5 to 9 minutes $1.50, every 15 and beyond $0.50; every minute $3, and $0.30 for one series more; how many are left without one is open',
    terraform: `resource "azurerm_monitor_scheduled_query_rules_alert" "old" {
  location  = "East US"
  frequency = 7
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "daily" {
  location             = "East US"
  evaluation_frequency = "P1D"
  scopes               = [var.workspace]
  criteria {
    query = "AppRequests"
  }
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "hot" {
  location             = "East US"
  evaluation_frequency = "PT1M"
  scopes               = [var.workspace]
  criteria {
    query = "AppRequests"
${split('["Get", "Put"]')}  }
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "but" {
  location             = "East US"
  evaluation_frequency = "PT1M"
  scopes               = [var.workspace]
  criteria {
    query = "AppRequests"
${split('["Get"]', 'Exclude')}  }
}
`,
    sees: [
      { address: 'azurerm_monitor_scheduled_query_rules_alert.old', usd: 1.5, status: 'priced', lines: ['Rule'] },
      { address: 'azurerm_monitor_scheduled_query_rules_alert_v2.daily', usd: 0.5, status: 'priced' },
      {
        address: 'azurerm_monitor_scheduled_query_rules_alert_v2.hot',
        usd: 3.3,
        status: 'priced',
        lines: ['Rule', 'Further series'],
      },
      {
        address: 'azurerm_monitor_scheduled_query_rules_alert_v2.but',
        usd: 3,
        status: 'partial',
        unknown: ['Further series: dynamic'],
      },
    ],
  },
  {
    name: 'every 5 minutes from 3 places: 3 × 8,760 × $0.0005; one that is off runs never; ping is free, several steps are $10',
    terraform: `resource "azurerm_application_insights_standard_web_test" "www" {
  location      = "East US"
  geo_locations = ["us-va-ash-azr", "emea-nl-ams-azr", "apac-sg-sin-azr"]
}

resource "azurerm_application_insights_standard_web_test" "off" {
  location      = "East US"
  geo_locations = ["us-va-ash-azr"]
  enabled       = false
}

resource "azurerm_application_insights_web_test" "ping" {
  location = "East US"
  kind     = "ping"
}

resource "azurerm_application_insights_web_test" "steps" {
  location = "East US"
  kind     = "multistep"
}
`,
    sees: [
      { address: 'azurerm_application_insights_standard_web_test.www', usd: 13.14, status: 'priced', lines: ['Runs'] },
      { address: 'azurerm_application_insights_standard_web_test.off', usd: null, status: 'free' },
      { address: 'azurerm_application_insights_web_test.ping', usd: null, status: 'free' },
      { address: 'azurerm_application_insights_web_test.steps', usd: 10, status: 'priced' },
    ],
  },
]
