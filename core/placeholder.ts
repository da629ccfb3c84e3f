/**
 * What stands where a reader is to write a name of his own: `<REGION>`, `your-region`, `{{location}}`, `us-xxxx-1`, `AWS_REGION`. No
 * region of any cloud is called so.
 */
const placeholder =
  /[<>{}[\]$]|your|xxx|\.\.\.|^(?:(?:my|aws|gcp|azure)[-_ ]?)?(?:region|location|zone)(?:[-_ ]?(?:name|id|here))?$|^(?:todo|tbd|change[-_]?me|replace[-_]?me)$/i

/** `GOOGLE_CLOUD_LOCATION` */
const capitals = /^[A-Z]+(?:_[A-Z]+)+$/

export const isPlaceholder = (name: string): boolean => placeholder.test(name) || capitals.test(name)
