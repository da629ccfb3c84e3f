import { describe, expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import { valueOf } from '../known.ts'

const app = `from openai import OpenAI
from helpers import kept, retried
client = OpenAI()
def ask(messages):
    return retried(client.chat.completions.create, (ValueError,), model="gpt-4o-mini", max_tokens=50, messages=messages)
def keep():
    return kept(client.chat.completions.create, model="gpt-4o-mini")
`
const helpers = `def retried(create, errors, *args, **kwargs):
    try:
        return create(*args, **kwargs)
    except errors:
        return None
def kept(create, model):
    return {"create": create, "model": model}
`

async function found(files: Readonly<Record<string, string>>, file: string) {
  const session = sessionOver(files)
  session.open(file, files[file]!)
  await session.prepare(file)
  const sites = session.analyse(file).sites.flatMap(({ site }) => (site.kind === 'model-call' ? [site] : []))
  return sites.map((site) => ({
    call: site.call,
    from: files[file]!.slice(0, site.location.span[0]).split('\n').length,
    provider: site.provider,
    model: valueOf(site.model),
    maxOutput: valueOf(site.maxOutput),
  }))
}

describe('a method that is handed to a function of another file', () => {
  it('is a call where that function calls it, with the arguments that are named', async () => {
    const files = { 'app.py': app, 'helpers.py': helpers }
    expect(await found(files, 'app.py')).toEqual([
      { call: 'openai.chat.completions.create', from: 5, provider: 'openai', model: 'gpt-4o-mini', maxOutput: 50 },
    ])
    expect(await found(files, 'helpers.py')).toEqual([])
  })

  it('is counted once in its own file, where that function calls it', async () => {
    const own = `${helpers}${app.replace('from helpers import kept, retried\n', '')}`
    expect((await found({ 'app.py': own }, 'app.py')).map(({ call, from }) => [call, from])).toEqual([
      ['openai.chat.completions.create', 3],
    ])
  })
})
