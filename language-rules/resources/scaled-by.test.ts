import { expect, it } from 'vitest'
import { fileDocument } from '../../core/document.ts'
import { engine } from '../formats/terraform/engine.ts'
import { scaledBy } from './scaled-by.ts'

const target = (id: string) => `resource "aws_appautoscaling_target" "reads" {
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "${id}"
  min_capacity       = 5
  max_capacity       = 100
}
`

const table = (address: string) => `resource "aws_dynamodb_table" "${address}" {
  name          = "games"
  read_capacity = 30
}
`

/** The read capacity of the first table. */
function scaled(text: string) {
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  const block = blocks[0]!
  const { at: _, ...capacity } = {
    at: undefined,
    ...scaledBy(block, 'dynamodb:table:ReadCapacityUnits', block.fact('read_capacity'), 'table/games'),
  }
  return capacity
}

it('what refers to a block scales it: a band, what is written the likely one', () => {
  const text = table('games') + target('table/${aws_dynamodb_table.games.name}')
  expect(scaled(text)).toMatchObject({ is: 'range', low: 5, likely: 30, high: 100 })
})

it('what writes its name alone scales it too', () => {
  expect(scaled(table('games') + target('table/games'))).toMatchObject({ is: 'range', low: 5, likely: 30, high: 100 })
})

it('a name that two blocks have is neither’s, and another name no one’s', () => {
  expect(scaled(table('games') + table('again') + target('table/games'))).toMatchObject({ is: 'known', value: 30 })
  expect(scaled(table('games') + target('table/other'))).toMatchObject({ is: 'known', value: 30 })
})
