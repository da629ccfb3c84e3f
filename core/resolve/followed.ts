import type { ClientShape } from '../sdk.ts'
import type { Made } from './match.ts'

const asked = new WeakMap<ClientShape, ClientShape>()

/** What is given to something nobody can see is asked as what that must be. What it says itself it says as a stage of the pipeline. */
export function followed(made: Made): Made {
  const { precedes } = made.client
  if (precedes === undefined || made.symbol.before === undefined) return made
  const { client } = made
  const { input: _, template: __, ...plain } = client
  const there = asked.get(client) ?? { ...plain, kind: precedes }
  asked.set(client, there)
  return { ...made, client: there }
}
