// Which Bedrock ids a row of genai-prices stands for. Its own ids (`regional.anthropic.claude-…-v1:0`) are not ones the API
// takes; the ones that are come from LiteLLM's table.

const profile = /^(us-gov|us|eu|apac|jp|au|global)\./

/** `anthropic.claude-opus-4-5-20251101-v1:0` and `anthropic.claude-opus-4-5-v1:0` have the same stem. */
function stem(id: string): string {
  const plain = id.replace(profile, '')
  return plain.startsWith('anthropic.') ? plain.replace(/-v\d+(:\d+)?$/, '').replace(/-20\d{6}$/, '') : plain
}

/** The two releases of Claude 3.5 Sonnet differ only by date. */
const release = (id: string) => id.match(/claude-3-5-sonnet-(20\d{6})/)?.[1]

/** The ids of `known` that the row covers, as far as its own match text says so. */
export function bedrockIds(rowId: string, matchText: string, known: readonly string[]): string[] {
  const regional = rowId.startsWith('regional.')
  const plain = rowId.replace(/^regional\./, '')
  const prefixes = rowId.startsWith('global.') ? ['global.'] : ['', 'us.', 'eu.', 'apac.', 'jp.', 'au.', 'us-gov.']
  return known.filter((id) => {
    const prefix = id.match(profile)?.[0] ?? ''
    if (!prefixes.includes(prefix) || stem(id) !== stem(plain) || release(id) !== release(plain)) return false
    const names = (text: string) => matchText.includes(`"${text}.`)
    const listsProfiles = names('us') || names('us.anthropic') || matchText.includes('"us.')
    return (
      prefix === '' ||
      prefix === 'us.' ||
      prefix === 'global.' ||
      !regional ||
      !listsProfiles ||
      matchText.includes(`"${prefix}`)
    )
  })
}
