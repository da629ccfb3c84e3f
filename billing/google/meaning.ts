import type { Meaning } from '../source.ts'

/** https://cloud.google.com/bigquery/docs/troubleshoot-quotas: BigQuery answers 403 for a limit too; the reason tells them apart. */
export function bigQueryMeaning(_: number, body: string): Meaning | undefined {
  const reason = /"reason"\s*:\s*"(\w+)"/.exec(body)?.[1]
  if (reason === 'rateLimitExceeded' || reason === 'userRateLimitExceeded') return 'again'
  if (reason === 'quotaExceeded')
    return {
      message:
        'A quota of the project that pays for BigQuery is used up: nothing was loaded. Retry in ten minutes or later, or raise the quota in the Google Cloud console.',
    }
  return undefined
}
