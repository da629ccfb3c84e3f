import * as vscode from 'vscode'
import type { Location } from '../core/types.ts'
import type { Documents } from './documents.ts'
import { uriOf } from './file-id.ts'
import type { Elsewhere } from './protocol.ts'

/** Offsets of the engine as ranges of the editor. */
export interface Places {
  /** Undefined where neither the editor nor the worker has the text. */
  find(location: Location, elsewhere: readonly Elsewhere[]): vscode.Location | undefined
  /** In a document that is open at the version the location was made for. */
  range(document: vscode.TextDocument, location: Location): vscode.Range
  /** The document a location of a tracked file points into. */
  document(location: Location): vscode.TextDocument | undefined
}

export function createPlaces(documents: Documents): Places {
  const range = (document: vscode.TextDocument, { span }: Location) =>
    new vscode.Range(document.positionAt(span[0]), document.positionAt(span[1]))
  const document = (location: Location) => documents.text(location.file, location.cell)
  return {
    range,
    document,
    find(location, elsewhere) {
      const other = elsewhere.find((place) => same(place, location))
      if (other)
        return new vscode.Location(document(location)?.uri ?? uriOf(location.file), new vscode.Range(...other.range))
      const open = document(location)
      return open && new vscode.Location(open.uri, range(open, location))
    },
  }
}

const same = (a: Location, b: Location) =>
  a.file === b.file && a.cell === b.cell && a.span[0] === b.span[0] && a.span[1] === b.span[1]
