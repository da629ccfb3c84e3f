// https://docs.langchain.com/oss/python/migrate/langchain-v1: classes moved from `langchain` to `langchain_community`, then to packages
// of their own and to `langchain_classic`; the old names stay importable. The same in JavaScript: `langchain/chat_models/openai`,
// `@langchain/community`, `@langchain/classic`.

const homes = ['langchain', 'langchain_classic', 'langchain_community', 'langchain_core', 'langchain_experimental']

/** Names in Python, wherever a package keeps them. `own` are packages beside the common ones. */
export function inPython(names: readonly string[], own: readonly string[] = []): readonly string[] {
  return [...homes, ...own].flatMap((home) => names.map((name) => `${home}.**.${name}`))
}

export function inTypeScript(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`@langchain/**#${name}`, `langchain/**#${name}`])
}
