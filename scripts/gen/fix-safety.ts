import type { Alteration, Rule } from '../../core/rule.ts'

const sentences: Readonly<Record<Alteration, string>> = {
  answers: 'what a model answers',
  results: 'what a program works out',
  speed: 'how fast it is',
  errors: 'what fails, and what happens then',
  data: 'which data are kept',
  availability: 'whether it is there when it is needed',
  access: 'who reaches it, and from where',
  place: 'where it runs and where its data are',
  sight: 'what can be seen of it',
  replacement: 'whether it is stopped or made anew when the change is applied',
  bill: 'the bill the other way: whether it saves depends on its use',
}

/** Below what to do. Throws where a rule with a fix does not say what else that changes. */
export function safetyText({ id, docs }: Rule, isFixed: boolean): string {
  if (!isFixed) return ''
  if (!docs.alters)
    throw new Error(`${id}: has a fix, and docs.alters says not what else than the bill that can change`)
  const what = docs.alters.map((one) => sentences[one]).join('; ')
  const safe = docs.safe
    ? `The fix is safe ${docs.safe}: fix-all and \`outlay scan --fix\` make it then. Elsewhere it`
    : 'The fix'
  return `${safe} is a suggestion, made by hand: it can also change ${what}.`
}

/** Of all rules whose fix is safe somewhere, a line each. */
export const safeRules = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap(({ id, docs }) => (docs.safe ? [`- [${id}](${id}.md): ${docs.safe}.`] : []))
