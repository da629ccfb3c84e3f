// What commands print, apart from the commands: a command is loaded when it is run.

export const scanFormats = ['text', 'json', 'sarif', 'markdown'] as const
export const diffFormats = ['text', 'json', 'markdown'] as const
export const pricesFormats = ['text', 'json'] as const
export const findOrders = ['price', 'carbon'] as const
