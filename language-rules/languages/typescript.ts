// https://tc39.es/ecma262/ and https://www.typescriptlang.org/docs/handbook/
import type { Language, LanguageExample } from '../../core/language.ts'

export const language: Language = {
  id: 'typescript',
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
  editorIds: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  comment: { line: '//' },
  named: 'record',
  load: async () => (await import('./typescript/lower.ts')).lower,
}

export const examples: readonly LanguageExample[] = [
  {
    name: 'a call in a loop, with what it is given',
    code: `
import OpenAI from 'openai'
const client = new OpenAI()
for (const question of questions()) {
  await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: \`Q: \${question}\` }] })
}
`,
    sees: {
      imports: ['openai:default'],
      bindings: ['client', 'question'],
      calls: ['OpenAI', 'questions', 'client.chat.completions.create'],
      loops: ['for'],
      problems: 0,
    },
  },
  {
    name: 'a function called for each element is a loop, written inline or by name',
    code: 'await Promise.all(texts.map(async (text) => embed(text)))\nfiles.forEach(summarise)\n',
    sees: { calls: ['embed', 'texts.map', 'Promise.all', 'files.forEach'], loops: ['callback', 'callback'] },
  },
  {
    name: 'what is taken apart is one binding for each name',
    code: "const { model = 'gpt-4o', usage: { total } } = load()\n;[this.a, ...rest] = make()\n",
    sees: { bindings: ['model', 'total', 'this.a', 'rest'], calls: ['load', 'make'], problems: 0 },
  },
  {
    name: 'fields, parameter properties and decorators of a class',
    code: `
@Injectable()
class Writer extends base() {
  static model = pick()
  constructor(private readonly client: OpenAI) { super() }
  write = async (topic: string) => this.client.responses.create({ model: Writer.model, input: topic })
}
`,
    sees: {
      calls: ['Injectable', 'base', 'pick', 'super', 'this.client.responses.create'],
      bindings: ['model', 'client', 'client', 'constructor', 'topic', 'write', 'Writer'],
      problems: 0,
    },
  },
  {
    name: 'every form of import',
    code: `
import a, { b as c } from 'm'
import * as d from './d'
const { e } = require('n')
const f = await import('o')
export { g } from './g'
const h = await import(/* late */ \`./h\`)
;(await import('./i')).ask()
`,
    sees: { imports: ['m:default', 'm:b', './d:*', 'n:e', 'o:*', './g:g', './h:*', './i:*'], problems: 0 },
  },
  {
    name: 'calls in JSX and in a tagged template are seen',
    code: 'const page = <List items={load()}>{items.map((i) => <Row key={id(i)} />)}</List>\nsql`${value()}`\n',
    sees: { calls: ['load', 'id', 'items.map', 'value'], loops: ['callback'], problems: 0 },
  },
  {
    name: 'what is broken is said, and what stands around it is read',
    code: 'const a = first()\nconst = 3\nconst b = last()\n',
    sees: { calls: ['first', 'last'], problems: 1 },
  },
]
