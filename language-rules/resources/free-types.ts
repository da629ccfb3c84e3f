/**
 * Resource types that cost nothing by themselves: what they make is a setting, a permission, a name or a part of something billed elsewhere.
 * @param names by service, with spaces between; `.` is the service's own name: `freeTypes('aws', { iam: 'role user', vpc: '.' })`
 */
export const freeTypes = (provider: string, names: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(names).flatMap(([service, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((name) => (name === '.' ? `${provider}_${service}` : `${provider}_${service}_${name}`)),
  )
