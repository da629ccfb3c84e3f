import { expect, test, vi } from 'vitest'
import type { SourceInfo } from '../../billing/describe.ts'
import type { Scope } from '../../billing/source.ts'
import type { DeskTools } from './desk.ts'

const asked = vi.hoisted(() => ({
  /** What stands in the box that asks for a text when it opens, and what is typed over it. */
  before: [] as string[],
  typed: '',
  picks: (items: readonly object[]): unknown => items,
  written: undefined as unknown,
}))

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  ThemeIcon: class {},
  Uri: { joinPath: () => 'outlay.json' },
  workspace: { workspaceFolders: [{ uri: 'project' }] },
  window: {
    showQuickPick: async (items: readonly object[]) => asked.picks(items),
    createInputBox: () => {
      const on: Record<string, () => void> = {}
      const listen = (name: string) => (listener: () => void) => Object.assign(on, { [name]: listener })
      return {
        value: '',
        onDidTriggerButton: listen('button'),
        onDidChangeValue: listen('change'),
        onDidAccept: listen('accept'),
        onDidHide: listen('hide'),
        dispose: () => undefined,
        hide: () => on.hide!(),
        show() {
          asked.before.push(this.value)
          this.value = asked.typed
          on.accept!()
        },
      }
    },
  },
}))
vi.mock('../config-file/write.ts', () => ({
  writeConfig: async (_: unknown, change: (text: string) => readonly { text: string }[]) => {
    asked.written = JSON.parse(change('')[0]!.text)
    return { is: 'saved' }
  },
}))

const { chooseScope } = await import('./scope-choice.ts')
const account = { id: 'langfuse', source: 'langfuse', values: {} }
const toolsOf = (scope: Scope, rows: readonly object[] = []) =>
  ({ scopeOf: () => scope, client: async () => ({ ask: async () => rows }) }) as unknown as DeskTools
const infoOf = (narrows: SourceInfo['narrows']) => ({ name: 'Langfuse', narrows }) as SourceInfo

test('the tags that are written already stand in the box: one is added without typing the others again', async () => {
  Object.assign(asked, { before: [], typed: 'team=search, stage=live' })
  await chooseScope(account, infoOf({ tags: 'tags' }), toolsOf({ tags: { team: 'search' } }))
  expect(asked.before).toEqual(['team=search'])
  expect(asked.written).toEqual({ spend: { scope: { langfuse: { tags: { team: 'search', stage: 'live' } } } } })
})

test('an id that is picked and typed is written once', async () => {
  Object.assign(asked, { before: [], typed: 'prj_1, prj_2', picks: (items: readonly object[]) => items })
  const rows = [{ dimensions: { 'project-id': 'prj_1', project: 'answers' } }]
  await chooseScope(account, infoOf({ projects: 'projects' }), toolsOf({}, rows))
  expect(asked.written).toEqual({ spend: { scope: { langfuse: { projects: ['prj_1', 'prj_2'] } } } })
})
