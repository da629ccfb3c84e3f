// How a model id in a program names a row of the price list: exactly, or with the date of its release added.
// Never by prefix: claude-sonnet-5-5 is not claude-sonnet-5, titan-embed-text-v2 is not v1.

const releaseDates: readonly RegExp[] = [
  /-20\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/, // claude-haiku-4-5-20251001
  /@20\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/, // claude-haiku-4-5@20251001, Vertex AI
  /-20\d{2}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/, // gpt-4o-2024-08-06
  /@default$/, // Vertex AI's name for the current release
  /-latest$/,
]

/** The id without its release date, or undefined where it has none. */
export function undated(id: string): string | undefined {
  for (const date of releaseDates) if (date.test(id)) return id.replace(date, '')
  return undefined
}

/**
 * The model a tuned one is billed as: `ft:gpt-4o-mini-2024-07-18:org:name:id` as `ft:gpt-4o-mini-2024-07-18`, which is a row of the
 * price list of its own. Undefined where the id names no tuned model. https://platform.openai.com/docs/guides/supervised-fine-tuning
 */
export const tunedBase = (id: string): string | undefined => /^(ft:[^:]+):/.exec(id)?.[1]

const paths: readonly RegExp[] = [
  /^models\//, // Gemini API
  /^(projects\/[^/]+\/locations\/[^/]+\/)?publishers\/[^/]+\/models\//, // Vertex AI
  /^arn:aws[\w-]*:bedrock:[^:]*:\d*:(foundation-model|inference-profile)\//,
]

/** The id without the resource path some SDKs take it in. */
export function bare(id: string): string {
  for (const path of paths) if (path.test(id)) return id.replace(path, '')
  return id
}

const purpose = /-(audio|image|realtime|search|transcribe|tts)(?=-|$)/

/** A variant that some lists bill as the model it was made of: `gpt-4o-mini-search-preview`. What is said of the one does not hold of it. */
export const isVariantOf = (id: string, row: string): boolean => purpose.exec(id)?.[1] !== purpose.exec(row)?.[1]

const profile = /^(us-gov|us|eu|apac|jp|au|in|global)\./

/** The inference profile of Bedrock, which decides the price: `us.`, `global.`, or empty where there is none. */
export const profileOf = (id: string): string => profile.exec(id)?.[0] ?? ''

/** What kind of model an id names, whoever sells it: `us.anthropic.claude-haiku-4-5-20251001-v1:0` is `claude-haiku-4-5`. */
export function kindOf(id: string): string {
  const withoutSeller = bare(id.toLowerCase())
    .replace(profile, '')
    .replace(/^(anthropic|amazon|openai|google|x-ai|xai|mistralai|cohere|meta)[./]/, '')
    .replace(/-v\d+(:\d+)?$/, '')
  const kind = undated(withoutSeller) ?? withoutSeller
  return kind.startsWith('claude-') ? kind.replaceAll('.', '-') : kind
}
