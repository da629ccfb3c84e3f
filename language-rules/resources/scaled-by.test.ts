import { expect, test } from 'vitest'
import { fileDocument } from '../../core/document.ts'
import { engine } from '../formats/terraform/engine.ts'
import { scaledBy } from './scaled-by.ts'

/** The desired count of the service that the target scales. */
function desired(count: string, target: string) {
  const text = `
variable "least" {}
resource "aws_ecs_service" "web" {
  name = "web"
  ${count}
}
resource "aws_appautoscaling_target" "web" {
  resource_id = "service/main/\${aws_ecs_service.web.name}"
  ${target}
}
`
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  const [service] = blocks
  const { at: _, ...tasks } = scaledBy(service!, 'ecs:service:DesiredCount', service!.fact('desired_count'))
  return tasks
}

const dimension = 'scalable_dimension = "ecs:service:DesiredCount"'

test('from the minimum to the maximum, what is written the likely one', () => {
  const band = desired('desired_count = 3', `${dimension}\nmin_capacity = 2\nmax_capacity = 10`)
  expect(band).toEqual({ is: 'range', low: 2, likely: 3, high: 10 })
})

test('the minimum is the likely one where nothing is written, or less', () => {
  const ends = `${dimension}\nmin_capacity = 2\nmax_capacity = 10`
  expect(desired('', ends)).toEqual({ is: 'range', low: 2, likely: 2, high: 10 })
  expect(desired('desired_count = 0', ends)).toEqual({ is: 'range', low: 2, likely: 2, high: 10 })
})

test('what another dimension scales, or ends nobody knows, leaves it as it is written', () => {
  const other = 'scalable_dimension = "ec2:spot-fleet-request:TargetCapacity"\nmin_capacity = 2\nmax_capacity = 10'
  expect(desired('desired_count = 3', other)).toMatchObject({ is: 'known', value: 3 })
  const open = `${dimension}\nmin_capacity = var.least\nmax_capacity = 10`
  expect(desired('desired_count = 3', open)).toMatchObject({ is: 'known', value: 3 })
})
