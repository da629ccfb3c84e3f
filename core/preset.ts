/**
 * How much is said. `recommended`: only what was measured to be right. `strict`: all that may save. `learn`: everything, explained,
 * and nothing worse than `info`. Each holds those before it.
 */
export const presets = ['recommended', 'strict', 'learn'] as const
export type Preset = (typeof presets)[number]

/** @param first the smallest preset a rule is part of */
export const holds = (chosen: Preset, first: Preset): boolean => presets.indexOf(first) <= presets.indexOf(chosen)
