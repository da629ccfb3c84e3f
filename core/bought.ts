// How something is paid for, and how it could be.

export type Purchase = 'on-demand' | 'spot' | 'low-priority' | 'capacity-block' | 'reserved'

/** A machine type of a cloud (`g5.xlarge`), and how it is bought. */
export interface Machine {
  readonly type: string
  readonly purchase: Purchase
  /** Share of the list price that is taken off for running all month. */
  readonly sustained?: number
}

/** The service and the family whose rates for a year and for three hold, as the price book names them. */
export interface Committable {
  readonly service: string
  readonly family: string
  /** What it is, for people: `db.m6g.large`, `vCPUs and memory`. */
  readonly what: string
}

/** What is known of it about a line of an estimate. */
export interface Bought {
  /** Only of hours of virtual machines: what they are, where that is one type bought one way. */
  readonly machine?: Machine
  /** Only of what is billed on demand all month and may be paid for by the year. */
  readonly committable?: Committable
  /** Only of a licence that may be brought along: by what name the cloud lets one. */
  readonly ownLicence?: string
}
