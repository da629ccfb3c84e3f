import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { cheaperSentence } from '../report/cheaper.ts'
import { hoverMarkdown } from '../report/hover.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import type { CostedSite } from '../types.ts'
import { cheaperFor } from './cheaper.ts'

const today = '2026-11-21'
const book = loadPriceBook(undefined, today)

async function sitesOf(file: string, text: string): Promise<readonly CostedSite[]> {
  const session = createSession({ registry, prices: book, tokens: () => estimator, settings: () => noSettings })
  session.open(file, text)
  await session.prepare(file)
  return session.analyse(file).sites
}

const terraform = (block: string) => sitesOf('main.tf', `provider "aws" {\n  region = "us-east-1"\n}\n\n${block}\n`)

it('a GPU cluster: the best of its cloud, on spot and elsewhere, each at the known count and with what is lost', async () => {
  const [cluster] = await terraform(
    'resource "aws_instance" "train" {\n  count = 4\n  ami = "ami-0123456789abcdef0"\n  instance_type = "p5.48xlarge"\n}',
  )
  const found = cheaperFor(cluster!, book, today)
  expect(found.map(({ provider, how, count }) => [provider === 'aws', how, count])).toEqual([
    [true, 'spot', 4],
    [false, 'on-demand', 4],
  ])
  const spot = book.instance('aws', 'p5.48xlarge', 'us-east-1', 'spot')!.usd
  const full = book.instance('aws', 'p5.48xlarge', 'us-east-1', 'on-demand')!.usd
  expect(found[0]).toMatchObject({ what: 'p5.48xlarge', saves: { per: 'month' } })
  expect(found[0]!.saves.usd).toBeCloseTo((full - spot) * 4 * 730, -1)
  expect(cheaperSentence(found[0]!, 'aws')).toMatch(
    /^4 × p5\.48xlarge on spot: saves \$[\d,]+ per month\. Lost: spot: taken back at 2 minutes' notice, interrupted over 20 % a month \(AWS Spot Advisor/,
  )
  expect(hoverMarkdown(cluster!, false, undefined, found)).toContain('\n\nCheaper:\n- 4 × p5.48xlarge on spot: saves $')
  expect(hoverMarkdown(cluster!)).not.toContain('Cheaper')
})

it('a volume: colder or newer classes by its size; a type that is not known, or of which nothing is cheaper: nothing', async () => {
  const [volume] = await terraform(
    'resource "aws_ebs_volume" "data" {\n  availability_zone = "us-east-1a"\n  size = 500\n  type = "gp2"\n}',
  )
  const [gp3] = cheaperFor(volume!, book, today)
  expect(gp3).toMatchObject({ what: 'ebs gp3', saves: { per: 'month', usd: 10 } })
  const [open] = await terraform(
    'variable "t" {}\nresource "aws_instance" "a" {\n  ami = "ami-1"\n  instance_type = var.t\n}',
  )
  expect(cheaperFor(open!, book, today)).toEqual([])
  const [coldest] = await terraform(
    'resource "aws_ebs_volume" "data" {\n  availability_zone = "us-east-1a"\n  size = 500\n  type = "sc1"\n}',
  )
  expect(cheaperFor(coldest!, book, today)).toEqual([])
})

it('a model call: the same model with a discount first, by the million tokens where the call is of unknown length', async () => {
  const [call] = await sitesOf(
    'a.py',
    'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])\n',
  )
  const found = cheaperFor(call!, book, today)
  expect(found[0]).toMatchObject({
    what: 'gpt-4o (batch)',
    lost: ['batch: the answer comes within 24 hours, not at once'],
  })
  expect(found[0]!.saves).toEqual({ per: '1M input and 1M output tokens', usd: 6.25 })
})
