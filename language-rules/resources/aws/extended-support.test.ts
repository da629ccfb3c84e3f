import { expect, it } from 'vitest'
import { loadPriceBook } from '../../../cli/price-book.ts'
import { fileDocument } from '../../../core/document.ts'
import { estimateResource } from '../../../core/estimate/resource.ts'
import { resourcesOf } from '../../../core/estimate/sites.ts'
import { engine } from '../../formats/terraform/engine.ts'
import { resources } from './rds.ts'

const prices = loadPriceBook()

/** The lines of a MySQL instance on the day. */
function lines(version: string, day: string): readonly string[] {
  const text = `provider "aws" {\n  region = "us-east-1"\n}\n\nresource "aws_db_instance" "db" {\n  engine = "mysql"\n  engine_version = "${version}"\n  instance_class = "db.m5.large"\n  allocated_storage = 20\n}\n`
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  const book = { ...prices, asOf: day }
  const [site] = resourcesOf(blocks[0]!, resources[0]!, book, () => ({}))
  return estimateResource(site!, resources[0]!, book).lines.map(({ label }) => label)
}

it('MySQL 8.0 is in extended support from 2026-08-01 on', () => {
  expect(lines('8.0.36', '2026-07-31')).toEqual(['Instance', 'Storage'])
  expect(lines('8.0.36', '2026-08-01')).toEqual(['Instance', 'Extended support, year 1', 'Storage'])
})

it('the third year has a price of its own', () => {
  expect(lines('5.7.44', '2026-02-28')).toEqual(['Instance', 'Extended support, year 1', 'Storage'])
  expect(lines('5.7.44', '2026-03-01')).toEqual(['Instance', 'Extended support, year 3', 'Storage'])
})
