import type { Sdk } from '../../core/sdk.ts'

/** What tells files of data that rent something from all others, apart from the SDKs that read them. */
export function dataWordsSource(sdks: readonly Sdk[]): string {
  const shapes = sdks.flatMap(({ documents = [] }) => documents.map(({ text }) => `  [${text.join(', ')}],`))
  return [
    '// Written by `npm run gen`.',
    '',
    '/** A file of data may rent something where all of one line are found in it. */',
    'export const dataWords: readonly (readonly RegExp[])[] = [',
    ...new Set(shapes),
    ']',
    '',
  ].join('\n')
}
