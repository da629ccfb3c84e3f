/** An error whose message is a sentence for the user: it names the store, what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError'
}
