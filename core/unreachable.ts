/**
 * Errors of Node's network (https://nodejs.org/api/errors.html#common-system-errors) that a second try some seconds later meets
 * again: nobody has that name, nobody answers at that door, there is no way there, or something forbids it.
 */
const lasting = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'],
  ...['ECONNREFUSED', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM'],
])

/** Whether a host cannot be reached at all. A connection that broke off or took too long may do better the next time. */
export const isUnreachable = (code: string | undefined): boolean => code !== undefined && lasting.has(code)
