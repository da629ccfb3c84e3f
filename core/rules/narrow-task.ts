import type { ModelCall } from '../types.ts'

/** What a prompt asks for when the task is narrow; each word was read in prompts of such tasks. */
const narrowTasks: readonly (readonly [task: string, sign: RegExp])[] = [
  [
    'classification',
    /\bclassif(y|ies|ication)\b|\bcategori[sz]e\b|\bwhich (category|label|class)\b|\bsentiment\b|\blabel (the|this|each)\b|\b(detect|identify) the language\b/i,
  ],
  ['extraction', /\bextract (the|all|any|these|following|a|an)\b/i],
  ['routing', /\broute (the|this)\b|\bwhich (tool|team|department|queue)\b/i],
  ['yes-or-no answer', /\b(yes or no|true or false|yes\/no|true\/false)\b/i],
]

/** What the texts of a prompt ask for, where that is narrow: `classification`. */
export function narrowTaskOf({ input }: ModelCall): string | undefined {
  const text = input.flatMap((part) => (part.is === 'text' ? [part.text] : [])).join('\n')
  return narrowTasks.find(([, sign]) => sign.test(text))?.[0]
}

/** `A classification`, `An extraction`: at the start of a sentence. */
export const aTask = (task: string): string => `${/^[aeiou]/.test(task) ? 'An' : 'A'} ${task}`
