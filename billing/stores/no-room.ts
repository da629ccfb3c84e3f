// https://duckdb.org/docs/stable/guides/troubleshooting/oom_errors

/**
 * For want of which room the engine or the system gave up; undefined where it was something else. Out of memory it is too where
 * the disk has no room for what the memory has none for.
 */
export function noRoom(error: unknown): 'disk' | 'memory' | undefined {
  const text = String(error)
  if (/ENOSPC|EDQUOT|No space left|disk quota|not enough space|failed to offload/i.test(text)) return 'disk'
  return /Out of Memory Error/i.test(text) ? 'memory' : undefined
}
