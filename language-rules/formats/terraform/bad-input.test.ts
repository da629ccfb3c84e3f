import { describe, expect, it } from 'vitest'
import { fileDocument } from '../../../core/document.ts'
import { engine } from './engine.ts'

/** What is still read of the file, and what is said of it. */
function read(text: string, file = 'main.tf') {
  const { blocks, problems } = engine.evaluate([fileDocument(file, 'terraform', text)], { region: {} })
  const types = blocks.map((block) => {
    const fact = block.fact('instance_type')
    return `${block.address} ${fact.is === 'known' ? fact.value : fact.is}`
  })
  return { types, problems: problems.map(({ message }) => message) }
}

const good = 'resource "aws_instance" "good" {\n  instance_type = "t3.micro"\n}\n'

describe('the rest is still read beside', () => {
  it.each([
    ['a block that is half typed', 'resource "aws_ins\n', 'Expected a closing `"`, but the line ends.'],
    ['a brace that is never closed', 'resource "t" "n" {\n  a = {\n    b = 1\n', 'Expected `=` or `:`, but found `"`.'],
    ['a text that is never closed', 'resource "t" "n" {\n  a = "x\n}\n', 'Expected a closing `"`, but the line ends.'],
    ['an interpolation that is never closed', 'locals {\n  a = "${b c"\n}\n', 'Expected `}`, but found `c`.'],
    ['bytes that are no UTF-8', 'locals {\n  a = \uFFFD\uFFFD\n}\n', 'Expected a value, but found `\uFFFD`.'],
    ['a null character', 'locals {\n  a = \u0000\n}\n', 'Expected a value, but found `\u0000`.'],
    ['half of a surrogate pair', 'locals {\n  a = \uD83D\n}\n', 'Expected a value, but found `\uD83D`.'],
    [
      '10,000 parentheses',
      `locals {\n  a = ${'('.repeat(10_000)}1${')'.repeat(10_000)}\n}\n`,
      'Nested more than 200 levels deep.',
    ],
  ])('%s', (_, broken, message) => {
    const { types, problems } = read(`${broken}\n${good}`)
    expect(types).toContain('aws_instance.good t3.micro')
    expect(problems[0]).toBe(message)
  })

  it('a heredoc that is never closed, where it stands after the rest', () => {
    expect(read(`${good}locals {\n  a = <<EOT\n  b\n}\n`)).toEqual({
      types: ['aws_instance.good t3.micro'],
      problems: ['Expected a line with `EOT` alone to end the heredoc.', 'Expected `=` or `{`, but the line ends.'],
    })
  })
})

it('a bound on nesting leaves what is nested less', () => {
  const { types, problems } = read(
    `resource "aws_instance" "a" {\n  instance_type = ${'('.repeat(90)}"x"${')'.repeat(90)}\n}\n`,
  )
  expect([types, problems]).toEqual([['aws_instance.a x'], []])
})

it('a file of 20,000 lines, and a minified one in JSON, are read whole', () => {
  const block = (i: number) => `resource "aws_instance" "r${i}" {\n  instance_type = "t3.micro"\n\n}\n`
  const long = read(Array.from({ length: 5000 }, (_, i) => block(i)).join(''))
  expect([long.types.length, long.types[4999], long.problems]).toEqual([5000, 'aws_instance.r4999 t3.micro', []])
  const instances = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`r${i}`, { instance_type: 't3.micro' }]))
  const minified = read(JSON.stringify({ resource: { aws_instance: instances } }), 'main.tf.json')
  expect([minified.types.length, minified.types[2999], minified.problems]).toEqual([
    3000,
    'aws_instance.r2999 t3.micro',
    [],
  ])
})

it('a file of one long text is no trouble', () => {
  expect(read(`locals {\n  a = "${'x '.repeat(200_000)}"\n}\n${good}`).types).toEqual(['aws_instance.good t3.micro'])
})

describe('a count that is none is unknown, never a guess', () => {
  it.each([
    ['a text', 'count = "two"'],
    ['below zero', 'count = -3'],
    ['no whole number', 'count = 1.5'],
    ['a for_each over nothing', 'for_each = null'],
  ])('%s', (_, written) => {
    const text = `resource "aws_instance" "a" {\n  ${written}\n}\n${good}`
    const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
    expect(blocks.map(({ address, count }) => [address, count.is === 'unknown' ? count.why : count.is])).toEqual([
      ['aws_instance.a', 'unsupported'],
      ['aws_instance.good', 'known'],
    ])
  })
})

it('an empty text is as good as nothing written: the region is the provider’s', () => {
  const text = `provider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_db_instance" "a" {\n  availability_zone = ""\n  license_model     = ""\n}\n`
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  expect(blocks[0]!.region).toMatchObject({ is: 'known', value: 'eu-west-1' })
  expect(blocks[0]!.fact('license_model')).toEqual({ is: 'unknown', why: 'absent' })
})
