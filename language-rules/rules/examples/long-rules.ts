/** About 1,500 tokens: what GPT-4o and Claude Sonnet 4.5 cache from 1,024. */
export const longRules = `You answer questions about berths, tariffs and pilotage. ${'Quote the paragraph of the port regulation that each sentence of the answer rests on, and say so plainly where the regulation is silent. '.repeat(48)}`
