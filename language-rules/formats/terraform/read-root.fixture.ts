import { fileDocument } from '../../../core/document.ts'
import type { FormatOptions } from '../../../core/format.ts'
import { folderOf } from '../../../core/path.ts'
import type { Known } from '../../../core/types.ts'
import { engine } from './engine.ts'

/** Blocks of the root in the folder `root`, with files of other folders beside it, and values as text. */
export function read(files: Readonly<Record<string, string>>, options: Partial<FormatOptions> = {}, root = '') {
  const documents = Object.entries(files).map(([file, text]) => fileDocument(file, 'terraform', text))
  const documentsIn = (folder: string) => documents.filter(({ file }) => folderOf(file) === folder)
  const evaluation = engine.evaluate(documentsIn(root), {
    region: {},
    documentsIn,
    files: { text: (file) => files[file] },
    ...options,
  })
  const show = (known: Known<unknown>): string => {
    switch (known.is) {
      case 'known':
        return JSON.stringify(known.value)
      case 'assumed':
        return `assumed ${JSON.stringify(known.value)}`
      case 'oneOf':
        return known.among.map((value) => JSON.stringify(value)).join('|')
      case 'range':
        return `${JSON.stringify(known.low)}–${JSON.stringify(known.high)}`
      case 'unknown':
        return `? ${known.why}`
    }
  }
  const at = (address: string) => evaluation.blocks.find((block) => block.address === address)!
  const says = evaluation.problems.map(({ file, message }) => `${file}: ${message}`)
  return { ...evaluation, show, at, says, addresses: evaluation.blocks.map(({ address }) => address) }
}
