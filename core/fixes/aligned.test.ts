import { describe, expect, it } from 'vitest'
import { fileDocument } from '../document.ts'
import { aligned } from './aligned.ts'
import { applyEdits } from './text.ts'

/** The text with «…» written at its place, as one fix. */
function written(marked: string): string {
  const edits: { file: string; span: readonly [number, number]; text: string }[] = []
  let text = ''
  for (const [, plain = '', added] of marked.matchAll(/([^«]*)(?:«([^»]*)»)?/g)) {
    text += plain
    if (added !== undefined) edits.push({ file: 'main.tf', span: [text.length, text.length], text: added })
  }
  return applyEdits(text, aligned(edits, fileDocument('main.tf', 'terraform', text)))
}

describe('what is added to a block that was formatted', () => {
  it('gets its spaces', () => {
    expect(written('a "b" {\n  name              = "x"\n  retention_in_days = 3\n«  kms = true\n»}\n')).toBe(
      'a "b" {\n  name              = "x"\n  retention_in_days = 3\n  kms               = true\n}\n',
    )
  })

  it('gives those beside it theirs, and those in another group none', () => {
    const before = 'a "b" {\n  region = "r"\n\n  name = "x"\n  kms  = true«\n  retention_in_days = 30»\n}\n'
    expect(written(before)).toBe(
      'a "b" {\n  region = "r"\n\n  name              = "x"\n  kms               = true\n  retention_in_days = 30\n}\n',
    )
  })

  it('is formatted in itself, up to where a value goes on below', () => {
    expect(written('a "b" {\n  name = "x"\n«  tags = {\n    team = "t"\n    env = "prod"\n  }\n»}\n')).toBe(
      'a "b" {\n  name = "x"\n  tags = {\n    team = "t"\n    env  = "prod"\n  }\n}\n',
    )
  })

  it('at two places is each where it belongs, line ends and comments kept', () => {
    const before =
      'a "b" {\r\n«  min = 1\r\n»  name = "x" # = y\r\n}\r\nc "d" {\r\n  kms = true\r\n«  count = 2\r\n»}\r\n'
    expect(written(before)).toBe(
      'a "b" {\r\n  min  = 1\r\n  name = "x" # = y\r\n}\r\nc "d" {\r\n  kms   = true\r\n  count = 2\r\n}\r\n',
    )
  })
})

describe('as it is stays', () => {
  it('a block that nobody formatted', () => {
    const block = (added: string) => `a "b" {\n  name = "x"\n  bucket = "y"\n${added}}\n`
    expect(written(block('«  retention = 3\n»'))).toBe(block('  retention = 3\n'))
  })

  it('what is a text of another language', () => {
    expect(written('a "b" {}\n«c "d" {\n  run = <<-EOT\n    n=1\n    long = 2\n  EOT\n}\n»')).toBe(
      'a "b" {}\nc "d" {\n  run = <<-EOT\n    n=1\n    long = 2\n  EOT\n}\n',
    )
  })

  it('edits that overlap', () => {
    const text = 'a b {\n  type = "gp2"\n}\n'
    const edits = (
      [
        [8, 15],
        [13, 20],
      ] as const
    ).map((span) => ({ file: 'main.tf', span, text: 'x = 1' }))
    expect(aligned(edits, fileDocument('main.tf', 'terraform', text))).toEqual(edits)
  })

  it('an edit of a value alone', () => {
    const edit = { file: 'main.tf', span: [13, 18], text: '"gp3"' } as const
    const text = 'a b {\n  type = "gp2"\n  longer_name = 3\n}\n'
    expect(aligned([edit], fileDocument('main.tf', 'terraform', text))).toEqual([edit])
  })
})
