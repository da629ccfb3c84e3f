export function assigned(text: string): string
