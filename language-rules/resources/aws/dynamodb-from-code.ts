// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html: a table that a program asks for, with the defaults of the request.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'

const orUsual =
  (path: string, usual: Fact) =>
  (block: Block): Known<Fact> => {
    const told = block.fact(path)
    return isUnwritten(told) ? assumed<Fact>(usual, block.location) : told
  }

export const tablesFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.dynamodb.create_table': {
    facts: {
      billingMode: orUsual('BillingMode', 'PROVISIONED'),
      readCapacity: 'ProvisionedThroughput.ReadCapacityUnits',
      writeCapacity: 'ProvisionedThroughput.WriteCapacityUnits',
      tableClass: orUsual('TableClass', 'STANDARD'),
      // Another request turns it on: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html
      recovery: (block) => known<Fact>(false, block.location),
      streams: ['StreamSpecification.StreamEnabled', false],
    },
    repeated: {
      indexes: {
        block: 'GlobalSecondaryIndexes',
        facts: {
          readCapacity: 'ProvisionedThroughput.ReadCapacityUnits',
          writeCapacity: 'ProvisionedThroughput.WriteCapacityUnits',
        },
      },
    },
    region: regionBy('^region_name|^region'),
  },
}
