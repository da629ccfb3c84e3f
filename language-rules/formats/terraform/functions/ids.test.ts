import { expect, it } from 'vitest'
import { read } from '../read-root.fixture.ts'

/** How many a list made of subnets comes to; two subnets by count, one by itself. */
function size(expression: string): string {
  const { at, show } = read({
    'main.tf': `variable "zone" {}
resource "aws_subnet" "two" {
  count = 2
}
resource "aws_subnet" "one" {}
resource "aws_subnet" "some" {
  count = var.zone
}
resource "t" "n" {
  x = length(${expression})
}
`,
  })
  return show(at('t.n').fact('x'))
}

it.each([
  ['ids of different resources differ', 'distinct(concat(aws_subnet.two[*].id, [aws_subnet.one.id]))', '3'],
  ['the same id counts once', 'distinct(concat(aws_subnet.two[*].id, aws_subnet.two[*].id))', '2'],
  ['beside an id that is written', 'toset(concat(["subnet-1", "subnet-1"], aws_subnet.two[*].id))', '3'],
  ['in a union', 'setunion(aws_subnet.two[*].id, [aws_subnet.one.id], ["subnet-1"])', '4'],
  ['an id is there', 'compact([aws_subnet.one.id, "", null])', '1'],
  ['of how many is not known', 'distinct(aws_subnet.some[*].id)', '? absent'],
  ['what is no id may be the same', 'distinct([aws_subnet.two[0].vpc_id, aws_subnet.two[1].vpc_id])', '? dynamic'],
  ['what is made of ids may be the same', 'distinct([for i in aws_subnet.two[*].id : substr(i, 0, 1)])', '? dynamic'],
  ['or not', 'distinct([for i in [1, 2] : "${aws_subnet.one.id}-${i}"])', '? dynamic'],
  [
    'an id and an arn of one resource are not told apart',
    'distinct([aws_subnet.one.id, aws_subnet.one.arn])',
    '? dynamic',
  ],
])('%s', (_, expression, expected) => expect(size(expression)).toBe(expected))
