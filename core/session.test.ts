import { describe, expect, it } from 'vitest'
import { registry } from '../language-rules/registry.gen.ts'
import { noPrices } from './prices/none.fixture.ts'
import { createSession, type Session } from './session.ts'
import { noSettings } from './settings.ts'
import { estimator } from './tokens/estimator.ts'

const make = (ignored: (file: string) => boolean = () => false): Session =>
  createSession({
    registry,
    prices: noPrices,
    tokens: () => estimator,
    settings: (file) => ({ ...noSettings, ignored: ignored(file) }),
  })

async function result(session: Session, file: string, text: string, version = 1) {
  session.open(file, text, version)
  await session.prepare(file)
  return session.analyse(file)
}

const ask = 'import openai\nopenai.responses.create(model="gpt-4o", input="hi")\n'

describe('a session', () => {
  it('reads only what it knows the name of', () => {
    expect(make().open('notes.txt', 'hello')).toBe(false)
    expect(make().open('MAIN.TF', '')).toBe(true)
  })

  it('gives the same result until the text changes', async () => {
    const session = make()
    const first = await result(session, 'a.py', ask)
    expect(session.analyse('a.py')).toBe(first)
    const second = await result(session, 'a.py', `${ask}openai.responses.create(model="gpt-4o", input="again")\n`, 2)
    expect([first.sites.length, second.sites.length, second.version]).toEqual([1, 2, 2])
  })

  it('says so while tokens are estimated, where there are calls', async () => {
    expect((await result(make(), 'a.py', ask)).approximate).toBe(true)
    expect((await result(make(), 'a.py', 'print(1)')).approximate).toBe(false)
  })

  it('analyses nothing in an ignored file', async () => {
    expect(
      await result(
        make((file) => file === 'a.py'),
        'a.py',
        ask,
      ),
    ).toMatchObject({ sites: [], findings: [], problems: [] })
  })

  it('leaves alone what nobody wrote, and says so', async () => {
    const session = make()
    expect((await result(session, 'big.py', `${ask}${'x = 1\n'.repeat(400_000)}`)).problems).toEqual([
      { file: 'big.py', message: 'Skipped: 2.4 MB of source is more than the 2 MB Outlay reads.' },
    ])
    expect((await result(session, 'b.py', `${ask}\0`)).problems).toEqual([
      { file: 'b.py', message: 'Skipped: this is a binary file.' },
    ])
    expect((await result(session, 'm.js', `a=${'1+'.repeat(20_000)}1`)).problems).toEqual([
      { file: 'm.js', message: 'Skipped: this file is minified.' },
    ])
    expect((await result(session, 'prompts.py', `${ask}RULES = "${'Be brief. '.repeat(4_000)}"`)).problems).toEqual([])
  })

  it('keeps what it can read of a file with a broken part, and names the part', async () => {
    const { sites, problems } = await result(make(), 'a.py', `${ask}def broken(:\n\n\n${ask}`)
    expect(sites).toHaveLength(2)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.location?.span[0]).toBeGreaterThan(ask.length)
  })

  it('says why a notebook cannot be read', async () => {
    const { sites, problems } = await result(make(), 'n.ipynb', '{"cells": [')
    expect(sites).toEqual([])
    expect(problems).toHaveLength(1)
  })
})

describe('the files of a Terraform root', () => {
  const variables = 'variable "type" {\n  default = "t3.micro"\n}\n'
  const main = 'resource "aws_instance" "a" {\n  instance_type = var.type\n}\n'
  const label = (session: Session) => session.analyse('infra/main.tf').sites[0]?.site.label

  it('are evaluated together, and anew when one of them changes', async () => {
    const session = make()
    await result(session, 'infra/variables.tf', variables)
    await result(session, 'infra/main.tf', main)
    expect(label(session)).toBe('t3.micro')
    expect(session.dependents('infra/variables.tf')).toEqual(['infra/main.tf'])
    session.open('infra/variables.tf', variables.replace('t3.micro', 'g5.xlarge'), 2)
    expect(label(session)).toBe('g5.xlarge')
    session.close('infra/variables.tf')
    expect(label(session)).toBe('EC2 instance')
  })

  it('do not know the files of other folders', async () => {
    const session = make()
    await result(session, 'other/variables.tf', variables)
    await result(session, 'infra/main.tf', main)
    expect(label(session)).toBe('EC2 instance')
  })
})
