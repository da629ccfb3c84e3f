import { expect, it } from 'vitest'
import { fileDocument } from '../../../core/document.ts'
import { valueOf } from '../../../core/known.ts'
import { engine } from './engine.ts'

const sizes = (count: number) => {
  const text = `locals {
  sizes = [for i in range(${count}) : "Standard_D\${i}s_v5"]
}

resource "azurerm_linux_virtual_machine" "each" {
  for_each = toset(local.sizes)
  location = "eastus"
  size     = each.value
}
`
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  return blocks[0]!.instances()
}

it('tells 500 instances of a block apart, and more by their count alone', () => {
  const each = sizes(500)
  expect(each.length).toBe(500)
  expect(new Set(each.map((one) => valueOf(one.fact('size')))).size).toBe(500)
  expect(sizes(501)).toEqual([])
})
