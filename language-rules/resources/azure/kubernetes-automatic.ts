// https://azure.microsoft.com/pricing/details/kubernetes-service/, AKS Automatic: a control plane by the hour; which nodes there are, it
// decides itself while it runs.
import { unknown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Known } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/kubernetes-automatic-cluster',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/kubernetes-service/',
    shape: {},
    lines(resource, prices) {
      const { hours, item } = itemLines(resource, prices, 'aks')
      const nodes: Known<number> = unknown('dynamic', resource.location)
      return [
        hours('Control plane', 'automatic control plane'),
        item('Nodes', 'hour', nodes, { by: [nodes], item: () => undefined }),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_automatic_cluster
    from: { terraform: { azurerm_kubernetes_automatic_cluster: { facts: {} } } },
    label: () => 'AKS Automatic',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'the control plane: 730 h × $0.16; its nodes are decided while it runs',
    terraform: `resource "azurerm_kubernetes_automatic_cluster" "main" {
  location = "West Europe"
}
`,
    sees: [
      {
        address: 'azurerm_kubernetes_automatic_cluster.main',
        usd: 116.8,
        status: 'partial',
        lines: ['Control plane', 'Nodes'],
        unknown: ['Nodes: dynamic'],
      },
    ],
  },
]
