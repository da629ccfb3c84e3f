import { expect, test } from 'vitest'
import { hashComments } from './comments.ts'
import { type Document, fileDocument, notebookDocument, textOf } from './document.ts'
import { applyEdits } from './fixes/text.ts'
import { applySuppressions, commentsOf } from './suppress.ts'
import type { Finding, Location } from './types.ts'

/** A finding at the first place a text stands. */
function finding(rule: string, text: string, document: Document, cell?: number): Finding {
  const start = textOf(document, cell).indexOf(text)
  const location: Location = {
    file: document.file,
    ...(cell === undefined ? {} : { cell }),
    span: [start, start + text.length],
  }
  return {
    rule,
    site: undefined,
    location,
    message: 'm',
    severity: 'info',
    related: [],
    saves: undefined,
    unit: undefined,
    fixes: [],
  }
}

const run = (text: string, ...rules: [rule: string, at: string][]) => {
  const document = fileDocument('main.tf', 'terraform', text)
  const all = applySuppressions(
    rules.map(([rule, at]) => finding(rule, at, document)),
    commentsOf(document),
    document,
  )
  return {
    suppressed: all.filter((f) => f.suppressed).map((f) => [f.rule, f.suppressed!.reason]),
    open: all.filter((f) => !f.suppressed).map((f) => [f.rule, f.message]),
    fixed: applyEdits(
      text,
      all.flatMap((f) => (f.suppressed ? [] : f.fixes.flatMap((fix) => fix.edits))),
    ),
  }
}

test('a finding on the next line is suppressed with its reason, in every comment syntax', () => {
  for (const comment of ['# @', '// @', '/* @ */', '  # @']) {
    const text = `${comment.replace('@', 'outlay-ignore-next-line on-demand-gpu -- needs it all night')}\nZZ = 1\n`
    expect(run(text, ['on-demand-gpu', 'ZZ'])).toMatchObject({
      suppressed: [['on-demand-gpu', 'needs it all night']],
      open: [],
    })
  }
})

test('another rule, another line and a longer word are not suppressed', () => {
  expect(run('# outlay-ignore-next-line a -- r\nZZ\n', ['b', 'ZZ']).suppressed).toEqual([])
  expect(run('# outlay-ignore-next-line a -- r\n\nZZ\n', ['a', 'ZZ']).suppressed).toEqual([])
  expect(run('# outlay-ignore-next-lines a -- r\nZZ\n', ['a', 'ZZ']).open).toEqual([['a', 'm']])
})

test('two comments above one line both speak for it', () => {
  const text = '# outlay-ignore-next-line a -- one\n# outlay-ignore-next-line b -- two\nZZ\n'
  expect(run(text, ['a', 'ZZ'], ['b', 'ZZ'])).toMatchObject({
    suppressed: [
      ['a', 'one'],
      ['b', 'two'],
    ],
    open: [],
  })
})

test('a reason is required; without it nothing is suppressed', () => {
  for (const text of ['# outlay-ignore-next-line a\nZZ\n', '# outlay-ignore-next-line a --\nZZ\n']) {
    expect(run(text, ['a', 'ZZ']).open).toEqual([
      ['a', 'm'],
      [
        'unused-suppression',
        'This suppression gives no reason and is not followed: write `outlay-ignore-next-line a -- reason`.',
      ],
    ])
  }
})

test('a suppression of nothing is reported and its line removed', () => {
  const text = 'a = 1\r\n  # outlay-ignore-next-line old -- r\r\nb = 2\r\n'
  expect(run(text)).toEqual({
    suppressed: [],
    open: [['unused-suppression', 'This suppression suppresses nothing: the next line has no finding of "old".']],
    fixed: 'a = 1\r\nb = 2\r\n',
  })
})

test('beside code only the comment goes', () => {
  expect(run('a = 1 # outlay-ignore-next-line old -- r\nb\n').fixed).toBe('a = 1\nb\n')
})

test('of several rules only the idle one goes', () => {
  const { fixed, suppressed } = run('# outlay-ignore-next-line a, old, b -- r\nZZ\n', ['a', 'ZZ'], ['b', 'ZZ'])
  expect(suppressed).toHaveLength(2)
  expect(fixed).toBe('# outlay-ignore-next-line a, b -- r\nZZ\n')
})

test('a name that no rule has is told, with the one that was meant, and stays', () => {
  const document = fileDocument(
    'main.tf',
    'terraform',
    '# outlay-ignore-next-line a, unbounded-outputs, old, zz -- r\nZZ\n',
  )
  const all = applySuppressions([finding('a', 'ZZ', document)], commentsOf(document), document, {
    known: ['a', 'old', 'unbounded-output'].map((id) => ({ id })),
  })
  const told = all.filter(({ rule }) => rule === 'unused-suppression')
  expect(told.map(({ message }) => message)).toEqual([
    'No rule has the name "unbounded-outputs"; did you mean "unbounded-output"?',
    'No rule has the name "zz"',
    'This suppression suppresses nothing: the next line has no finding of "old".',
  ])
  expect(told.map(({ fixes }) => fixes.map((fix) => [fix.safety, applyEdits(document.text, fix.edits)]))).toEqual([
    [['suggestion', '# outlay-ignore-next-line a, unbounded-output, old, zz -- r\nZZ\n']],
    [],
    [['safe', '# outlay-ignore-next-line a, unbounded-outputs, zz -- r\nZZ\n']],
  ])
})

test('a comment above a site speaks for the findings inside it', () => {
  const document = fileDocument('main.tf', 'terraform', '# outlay-ignore-next-line a -- r\nresource {\n  x = 1\n}\n')
  const inside = { ...finding('a', 'x = 1', document), site: 'k' }
  const sites = [{ site: { key: 'k', location: { file: 'main.tf', span: [33, 55] } } }] as never
  expect(applySuppressions([inside], commentsOf(document), document, { sites })).toMatchObject([
    { suppressed: { reason: 'r' } },
  ])
  expect(applySuppressions([inside], commentsOf(document), document)).toMatchObject([
    { rule: 'a' },
    { rule: 'unused-suppression' },
  ])
})

test('in a notebook a comment speaks for its own cell only', () => {
  const document = notebookDocument('n.ipynb', 'python', [
    { cell: 1, text: '# outlay-ignore-next-line a -- r' },
    { cell: 2, text: 'ZZ' },
  ])
  const all = applySuppressions([finding('a', 'ZZ', document, 2)], commentsOf(document), document)
  expect(all.map((f) => [f.rule, f.suppressed])).toEqual([
    ['a', undefined],
    ['unused-suppression', undefined],
  ])
})

test('the config can turn the report of idle suppressions off', () => {
  const document = fileDocument('main.tf', 'terraform', '# outlay-ignore-next-line a -- r\n')
  const rules = new Map([['unused-suppression', { severity: 'off', options: {} }] as const])
  expect(applySuppressions([], commentsOf(document), document, { rules })).toEqual([])
})

test('what looks like a comment in a string, a hole or a heredoc is none', () => {
  const text = 'a = "# ${f("// no")} /* no"\nb = <<-EOT\n  # no\n  EOT\nc = "open # no\nd = 1 # yes\n/* and\nthis */'
  expect(hashComments(text).map((c) => [c.text, text.slice(...c.span)])).toEqual([
    [' yes', '# yes'],
    [' and\nthis ', '/* and\nthis */'],
  ])
})
