// https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview: "billed at the same rate as the underlying VM
// size", used or not; what machines in it cost beside that is nothing, up to the number that is reserved.
import {
  fact,
  line,
  machineLine,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { instanceLabel } from '../instance-label.ts'
import { machinePrice } from './machine-lines.ts'
import { regionOf } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/capacity-reservation',
    cloud: 'azure',
    docs: 'https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview',
    shape: { instanceType: 'size, Standard_D2s_v5', nodes: 'machines that are reserved' },
    lines(resource, prices) {
      const size = fact(resource, 'instanceType')
      const price = priceFor(resource, [size], (region, name) => machinePrice(prices, name!, region, 'on-demand'))
      const hours = product(numberFact(resource, 'nodes'), monthOf(resource))
      return [machineLine(line('Reserved capacity', 'hour', hours, price), size, 'on-demand')]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/capacity_reservation
      terraform: {
        azurerm_capacity_reservation: {
          facts: { instanceType: 'sku.name', nodes: 'sku.capacity' },
          region: regionOf('capacity_reservation_group_id'),
        },
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Capacity reservation', prices),
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'where its group is: five D2s_v5 of East US × 730 h × $0.096',
    terraform: `resource "azurerm_capacity_reservation_group" "main" {
  location = "East US"
}

resource "azurerm_capacity_reservation" "web" {
  capacity_reservation_group_id = azurerm_capacity_reservation_group.main.id
  sku {
    name     = "Standard_D2s_v5"
    capacity = 5
  }
}
`,
    sees: [{ address: 'azurerm_capacity_reservation.web', usd: 350.4, status: 'priced', lines: ['Reserved capacity'] }],
  },
]
