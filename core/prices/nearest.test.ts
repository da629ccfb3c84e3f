import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { nearestAnyRegion, nearestModel, nearestName, nearestRegion, nearestType } from './nearest.ts'

const book = loadPriceBook()

describe('the nearest model', () => {
  it.each([
    ['anthropic', 'claude-sonnet-5-5', 'claude-sonnet-5'], // an unknown release: the same family, not the nearest letters
    ['anthropic', 'cluade-sonnet-4-5', 'claude-sonnet-4-5'],
    ['anthropic', 'claude-sonnet-4.9', 'claude-sonnet-4-6'],
    ['anthropic', 'claude-haiku-4-6-20261101', 'claude-haiku-4-5'],
    ['anthropic', 'claude-sonnet', 'claude-sonnet-5'], // no version is named: the last
    ['openai', 'gpt-4o-mni', 'gpt-4o-mini'],
    ['openai', 'gtp-4o', 'gpt-4o'],
    ['openai', 'gpt-4.2', 'gpt-4.1'],
    ['openai', 'gpt-4o-turbo', 'gpt-4o'],
    ['google', 'gemini-2.5-flsh', 'gemini-2.5-flash'],
    ['litellm', 'anthropic/claude-sonnet-5-5', 'claude-sonnet-5'],
  ] as const)('%s %s is %s', (provider, model, nearest) => {
    expect(book.model(provider, model)).toBeUndefined()
    expect(nearestModel(book, provider, model)).toBe(nearest)
  })

  it.each([
    ['openai', 'my-deployment'],
    ['openai', 'claude-sonnet-4-5'],
    ['openai', 'prod'],
    ['openai', ''],
    ['anthropic', 'sonnet'],
    ['anthropic', 'gpt-4o'],
    ['google', 'text-davinci-003'],
    ['local', 'llama3'],
  ] as const)('of %s for the unrelated "%s" is none', (provider, model) => {
    expect(nearestModel(book, provider, model)).toBeUndefined()
  })
})

describe('the nearest machine type', () => {
  it.each([
    ['aws', 'm7i.lrge', 'm7i.large'],
    ['aws', 'g5.3xlarge', 'g5.2xlarge'],
    ['aws', 'p6.48xlarge', 'p5.48xlarge'],
    ['gcp', 'n2-standrad-4', 'n2-standard-4'],
    ['gcp', 'n2-standard-5', 'n2-standard-4'],
    ['azure', 'Standard_D4s_v9', 'Standard_D4s_v7'],
    ['azure', 'd4s_v9', 'Standard_D4s_v7'],
  ] as const)('of %s to %s is %s', (cloud, type, nearest) => {
    expect(nearestType(book, cloud, type)).toBe(nearest)
  })

  it.each([
    ['aws', 'm7i.large'],
    ['aws', 'huge'],
    ['aws', 'quantum.9000xlarge'],
    ['gcp', 'm7i.large'],
    ['azure', 'whatever'],
    ['azure', 'gpt'], // Standard_ before it does not make it longer
  ] as const)('of %s for "%s", which is known or unrelated, is none', (cloud, type) => {
    expect(nearestType(book, cloud, type)).toBeUndefined()
  })
})

it('is a region of the same cloud, by a slip or another number', () => {
  expect(nearestRegion(book, 'aws', 'us-esat-1')).toBe('us-east-1')
  expect(nearestRegion(book, 'aws', 'us-east-9')).toBe('us-east-2')
  expect(nearestRegion(book, 'azure', 'West Europ')).toBe('westeurope')
  expect(nearestRegion(book, 'aws', 'us-east-1')).toBeUndefined()
  expect(nearestRegion(book, 'aws', 'mars-1')).toBeUndefined()
  expect(nearestRegion(book, 'aws', 'westeurope')).toBeUndefined()
  expect(nearestAnyRegion(book, 'us-centrl1')).toBe('us-central1')
  expect(nearestAnyRegion(book, 'eastus')).toBeUndefined()
})

it('is of anything where nothing says what it is a name of', () => {
  expect(nearestName(book, 'm7i.lrge')).toBe('m7i.large')
  expect(nearestName(book, 'gpt-4o-mni')).toBe('gpt-4o-mini')
  expect(nearestName(book, 'anthropic/claude-sonnet-5-5')).toBe('claude-sonnet-5')
  expect(nearestName(book, 'something else altogether')).toBeUndefined()
})
