import { expect, it } from 'vitest'
import { plainScript } from './plain-script.ts'

it('takes the comments out of an import, with what they quote', () => {
  expect(plainScript("import {\n  a, // isn't (it); from \"b\"\n  c, /* 'd' */\n} /* e */ from // f\n  './g'\n")).toBe(
    "import {\n  a,    c,  \n}   from './g'\n",
  )
})

it('puts quotes around the path of a template, and nothing before it', () => {
  expect(plainScript('import(/* webpackChunkName: "ai" */ `openai`)')).toBe("import('openai')")
  expect(plainScript("require( // why\n 'openai')")).toBe("require('openai')")
  expect(plainScript('export * from /* all */ `./a`')).toBe("export * from './a'")
})

it('writes a field that is named in brackets after a dot', () => {
  expect(plainScript(`llm['chat']?.["completions"][\`create\`](['a', 'b'][0], c['d-e'])`)).toBe(
    "llm.chat.completions.create(['a', 'b'][0], c['d-e'])",
  )
})

it('leaves all else as it is', () => {
  for (const text of [
    "import a from 'a' // it's a\nconst b = `b`",
    'export const c = /* c */ `d`',
    'import(`./${e}`)',
    "import { f } from '//cdn/f.js'",
    'export interface G {\n  /** it\'s "h" */\n  i: string\n}',
    'import /* that never ends',
  ])
    expect(plainScript(text), text).toBe(text)
})

it('is done soon with words that only look like imports', () => {
  const start = process.cpuUsage().user
  for (const text of ['import ', 'import /* ', 'import //\n', 'require( ']) plainScript(text.repeat(20_000))
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(3000)
})
