// What the parent and the refreshing process say to each other.

export interface RefreshRequest {
  /** Ids; all where it is empty. */
  readonly sources: readonly string[]
  /** Regions of the sources that are read by region; those refreshed before where it is empty. */
  readonly regions: readonly string[]
  readonly folder: string
  /** Takes a list although it moved or lost more than it may. */
  readonly acceptDrift: boolean
  /** Servers on this machine that stand in for sources, by id; tests only. */
  readonly bases?: Readonly<Record<string, string>>
}

export interface Progress {
  readonly source: string
  readonly region: string
  /** About as many as bytes. */
  readonly characters: number
  readonly rows: number
}

/** What became of one source, or of one region of it. */
export type Outcome = { readonly source: string; readonly name: string; readonly region: string } & (
  | {
      readonly is: 'refreshed'
      readonly prices: number
      readonly asOf: string
      /** Left without a price, since the list gives them two. */
      readonly disputed: number
      readonly note?: string
    }
  | { readonly is: 'unchanged'; readonly prices: number; readonly asOf: string }
  /** What was there before stays. `why` goes on after the source's name. `drifted`: `acceptDrift` takes the list all the same. `unreachable`: its host. */
  | { readonly is: 'kept'; readonly why: string; readonly drifted?: true; readonly unreachable?: true }
  | { readonly is: 'cancelled' }
  /** Read by region, and none of its own was named. `example`: one of them. */
  | { readonly is: 'skipped'; readonly example: string }
)

export type RefreshReply =
  | { readonly is: 'progress'; readonly progress: Progress }
  | { readonly is: 'outcome'; readonly outcome: Outcome }
  /** `why`: a sentence, where the refresh as a whole did nothing. */
  | { readonly is: 'done'; readonly why?: string }

export type RefreshMessage = { readonly do: 'refresh'; readonly request: RefreshRequest } | { readonly do: 'cancel' }
