// https://yaml.org/spec/1.2.2/
import type { Language, LanguageExample } from '../../core/language.ts'

/** Of no interest in itself: the SDKs say which documents tell what is rented (`documents` of core/sdk.ts). */
export const language: Language = {
  id: 'yaml',
  extensions: ['.yaml', '.yml'],
  editorIds: ['yaml'],
  comment: { line: '#' },
  named: 'record',
  data: true,
  load: async () => (await import('../../core/data/yaml.ts')).yamlModule,
}

export const examples: readonly LanguageExample[] = [
  {
    name: 'every document of a text is read; nothing is called in it',
    code: 'a: &common\n  b: 1 # one\nc:\n  <<: *common\n---\nd: 2\n',
    sees: { calls: [], imports: [], bindings: [], problems: 0 },
  },
  {
    name: 'what is broken is said, and what stands around it is read',
    code: 'a: [1, 2\nb: c\n',
    sees: { calls: [], problems: 1 },
  },
]
