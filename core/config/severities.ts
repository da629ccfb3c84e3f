export const severities = ['error', 'warning', 'info', 'hint'] as const
