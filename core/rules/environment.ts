import type { Resource } from '../types.ts'

/** As names, tags and folders write it; each a word of its own, so that `devices`, `latest` and `smtp4dev` are none. */
const nonProduction =
  /(^|[^a-z\d])(dev|develop|development|test|testing|tests|qa|uat|staging|stage|stg|sandbox|sbx|preview|playground|nonprod|non-prod|demo|ephemeral|scratch)([^a-z]|$)/i
const production = /(^|[^a-z])(prod|prd|production)([^a-z]|$)/i

/** Tags that say what a resource is for. */
const tagNames = /^(env|environment|stage|tier|workspace)$/i

/**
 * True where the resource itself says that nobody's business depends on it: by a tag for its environment, else by the Terraform
 * workspace, its name, be it that of a tag, or that of its module, or the folder it stands in. What says both, or neither, is not.
 */
export function isNonProduction({ tags, address, location, readFrom }: Resource): boolean {
  const tagged = Object.entries(tags).flatMap(([name, value]) => (tagNames.test(name) ? [value] : []))
  const folder = (readFrom?.root ?? location.file.slice(0, Math.max(0, location.file.lastIndexOf('/')))).replaceAll(
    '\\',
    '/',
  )
  const called = Object.entries(tags).flatMap(([name, value]) => (/^name$/i.test(name) ? [value] : []))
  const names = [address, ...called].join(' ')
  for (const text of [tagged.join(' '), readFrom?.workspace ?? '', names, namedFolders(folder)]) {
    const [non, pro] = [nonProduction.test(text), production.test(text.replace(/non-?prod/gi, ''))]
    if (non || pro) return non && !pro
  }
  return false
}

/** Code that is shown to be read, tried and taken down again: nobody keeps what it makes. */
export const isDemonstration = ({ location }: Pick<Resource, 'location'>): boolean =>
  /(^|\/)(examples?|samples?|quick-?starts?|tutorials?|demos?|patterns)\//i.test(location.file.replaceAll('\\', '/'))

/**
 * The folder's own name, and those that stand below one for environments. Others say where somebody keeps the project, which is no matter
 * of the resource: `~/dev/harbour`.
 */
function namedFolders(folder: string): string {
  const names = folder.split('/').filter((name) => name !== '')
  return names.filter((_, i) => i === names.length - 1 || environments.test(names[i - 1] ?? '')).join(' ')
}

const environments = /^(env|envs|environment|environments|live|stages?|accounts|workspaces|deployments?)$/i
