import type { Why } from '../types.ts'

/** Why something is not known, as it reads after "not known:". */
export const whyWords: Readonly<Record<Why, string>> = {
  dynamic: 'decided when the program runs',
  absent: 'not written, and the provider has no documented default',
  'missing-file': 'in a file that is not there',
  'missing-module': 'in a module that is not there',
  'not-indexed': 'in a library, or a file that was not read',
  cycle: 'it refers to itself',
  limit: 'too deep to follow',
  unsupported: 'Outlay cannot cost what is written',
  'no-price': 'no published price for exactly this',
  usage: 'depends on how much it is used',
}

/** The reason, and the name that may have been meant. */
export const reasonOf = ({ why, nearest }: { readonly why: Why; readonly nearest?: string | undefined }): string =>
  nearest === undefined ? whyWords[why] : `${whyWords[why]}; the nearest name in the book is ${nearest}`
