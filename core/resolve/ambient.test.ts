import { describe, expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk as llamaIndex } from '../../language-rules/sdks/llama-index.ts'
import { createProgram } from '../analyse/program.ts'
import { fileDocument } from '../document.ts'
import { valueOf } from '../known.ts'
import { findModelCalls } from './calls.ts'

/** Provider and model of the calls in `a.py`, beside which the other files stand. */
function callsIn(files: Readonly<Record<string, string>>) {
  const documentOf = (file: string) => {
    const text = files[file]
    return text === undefined ? undefined : fileDocument(file, 'python', text)
  }
  const program = createProgram({
    isPackage: () => false,
    mayConcern: (text) => text.includes('llama_index'),
    mayBeHanded: () => false,
    find: (candidates) => candidates.find((file) => file in files),
    document: documentOf,
    lower: (document) => lower(document.text),
    open: () => Object.keys(files),
  })
  const context = program.context('a.py')!
  const found = findModelCalls(documentOf('a.py')!, context.module, [llamaIndex], context)
  return found.map(({ provider, model }) => [provider, valueOf(model)])
}

const settings = `
from llama_index.core import Settings
from llama_index.llms.openai import OpenAI
def init():
    Settings.llm = OpenAI(model="gpt-4o-mini")
`
const asks = 'from llama_index.core import load_index_from_storage\n'
const asking = `${asks}load_index_from_storage(store).as_query_engine().query("Why?")\n`

describe('what a program sets for all', () => {
  it('is what a module sets that is imported, also by way of another', () => {
    expect(callsIn({ 'a.py': `from settings import init\n${asking}`, 'settings.py': settings })).toEqual([
      ['openai', 'gpt-4o-mini'],
    ])
    const files = { 'a.py': `import setup\n${asking}`, 'setup.py': 'from settings import init\ninit()\n' }
    expect(callsIn({ ...files, 'settings.py': settings })).toEqual([['openai', 'gpt-4o-mini']])
  })

  it('is what the module sets itself, whatever others do', () => {
    const own = settings.replace('gpt-4o-mini', 'gpt-4.1')
    expect(callsIn({ 'a.py': `from settings import init\n${own}${asking}`, 'settings.py': settings })).toEqual([
      ['openai', 'gpt-4.1'],
    ])
  })

  it('is left to the library where a program runs by itself and sets nothing', () => {
    expect(callsIn({ 'a.py': asking })).toEqual([['openai', undefined]])
    const inMain =
      asking.replace('load_index_from_storage(store)', 'def main():\n    load_index_from_storage(store)') +
      'if __name__ == "__main__":\n    main()\n'
    expect(callsIn({ 'a.py': inMain })).toEqual([['openai', undefined]])
  })

  it('is not known where the query is in a function that others call, or what is made is used by others', () => {
    const inFunction = asking.replace(
      'load_index_from_storage(store)',
      'def ask():\n    return load_index_from_storage(store)',
    )
    expect(callsIn({ 'a.py': inFunction, 'other.py': `import a\n${settings}init()\na.ask()\n` })).toEqual([
      ['unknown', undefined],
    ])
    const kept = asking.replace('load_index_from_storage(store)', 'answer = load_index_from_storage(store)')
    expect(callsIn({ 'a.py': kept })).toEqual([['openai', undefined]])
    expect(callsIn({ 'a.py': kept, 'other.py': `${settings}init()\nfrom a import answer\n` })).toEqual([
      ['unknown', undefined],
    ])
  })
})
