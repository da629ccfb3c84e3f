/** A keystroke that waits for a collection is the slow one in twenty: with room for more young objects there are fewer. Megabytes. */
export const workerLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }
