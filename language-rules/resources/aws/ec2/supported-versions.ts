// https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html, dates as of 2026-02 by https://endoflife.date/amazon-eks

/** The day the standard support of a Kubernetes version ends. Older ones have none any more, newer ones still have it. */
const standardSupportEnds: Readonly<Record<string, string>> = {
  '1.29': '2025-03-23',
  '1.30': '2025-07-23',
  '1.31': '2025-11-26',
  '1.32': '2026-03-23',
  '1.33': '2026-07-29',
  '1.34': '2026-12-02',
  '1.35': '2027-03-27',
}

const oldest = 29

/**
 * Whether a cluster of the version is in extended support on the day. A version past that too is moved by AWS to the oldest one
 * that is in it. Undefined where the version is not of the form `1.33`.
 * @param day ISO date
 */
export function isExtended(version: string, day: string): boolean | undefined {
  const minor = /^1\.(\d+)$/.exec(version)?.[1]
  if (minor === undefined) return undefined
  const ends = standardSupportEnds[version]
  return ends === undefined ? Number(minor) < oldest : day > ends
}
