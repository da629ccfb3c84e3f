import { parse } from '@cdktf/hcl2json'
import { describe, expect, it } from 'vitest'
import { examplesOf } from './rule-examples.ts'

describe('Terraform after a fix, read by HashiCorp’s own parser', async () => {
  const fixed = (await examplesOf('terraform')).flatMap(({ rule, name, code, finds }) =>
    finds.flatMap((find) => (find.fixed === undefined ? [] : [{ rule, name, code, after: find.fixed }])),
  )
  it('is looked at for each rule that mends a block', () => {
    expect(new Set(fixed.map(({ rule }) => rule)).size).toBeGreaterThan(8)
  })
  it.each(fixed)('$rule: $name', async ({ code, after }) => {
    const [was, is] = [await parse('main.tf', code), await parse('main.tf', after)]
    expect(Object.keys(is)).toEqual(expect.arrayContaining(Object.keys(was)))
    expect(is).not.toEqual(was)
  })
})
