import { expect, test } from 'vitest'
import { fileDocument } from '../../core/document.ts'
import { known } from '../../core/known.ts'
import { engine } from '../formats/terraform/engine.ts'
import { tasksOn } from './capacity-strategy.ts'

/** How many of 6 tasks of the service run on Fargate, and how many on Fargate Spot. */
function split(text: string) {
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  const service = blocks.find((block) => block.type === 'aws_ecs_service')!
  return ['FARGATE', 'FARGATE_SPOT'].map((provider) => {
    const tasks = tasksOn(provider, service, known(6, service.location))
    return tasks.is === 'unknown' ? tasks.why : tasks.is === 'known' ? tasks.value : tasks.is
  })
}

const strategy = (provider: string, rest: string) =>
  `capacity_provider_strategy {\n capacity_provider = "${provider}"\n ${rest}\n}\n`

test('the base goes first, what is above it by weight', () => {
  const both = strategy('FARGATE', 'base = 2\n weight = 1') + strategy('FARGATE_SPOT', 'weight = 3')
  expect(split(`resource "aws_ecs_service" "s" {\n${both}}`)).toEqual([3, 3])
})

test('a base of more tasks than there are takes all of them', () => {
  const both = strategy('FARGATE', 'base = 10\n weight = 1') + strategy('FARGATE_SPOT', 'weight = 1')
  expect(split(`resource "aws_ecs_service" "s" {\n${both}}`)).toEqual([6, 0])
})

test('the only provider takes all tasks, whatever its weight', () => {
  expect(split(`resource "aws_ecs_service" "s" {\n${strategy('FARGATE', 'base = 1\n weight = 0')}}`)).toEqual([6, 0])
})

test('a launch type is all there is to it', () => {
  expect(split('resource "aws_ecs_service" "s" {\n launch_type = "FARGATE"\n}')).toEqual([6, 0])
  expect(split('resource "aws_ecs_service" "s" {\n launch_type = "EC2"\n}')).toEqual([0, 0])
  expect(split('variable "t" {}\nresource "aws_ecs_service" "s" {\n launch_type = var.t\n}')).toEqual([
    'dynamic',
    'dynamic',
  ])
})

const cluster = (providers: string) => `
resource "aws_ecs_cluster" "c" {
  name = "c"
}
resource "aws_ecs_cluster_capacity_providers" "c" {
  cluster_name       = aws_ecs_cluster.c.name
  capacity_providers = ${providers}
}
resource "aws_ecs_service" "s" {
  cluster = aws_ecs_cluster.c.id
}
`

test('a cluster that offers Fargate alone runs them there, and which of two kinds is not known', () => {
  expect(split(cluster('["FARGATE"]'))).toEqual([6, 0])
  expect(split(cluster('["FARGATE_SPOT"]'))).toEqual([0, 6])
  expect(split(cluster('["FARGATE", "FARGATE_SPOT"]'))).toEqual(['dynamic', 'dynamic'])
  expect(split(cluster('["FARGATE", "own"]'))).toEqual([0, 0])
})

test('a weight that is not known leaves it open', () => {
  const text = `variable "w" {}\nresource "aws_ecs_service" "s" {\n${strategy('FARGATE', 'weight = var.w')}}`
  expect(split(text)).toEqual(['dynamic', 'dynamic'])
})
