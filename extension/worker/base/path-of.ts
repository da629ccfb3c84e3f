/** Where a file stands; one whose name does not tell its language carries that language's extension behind it. */
export const pathOf = (file: string): string => file.replace(/#\.\w+$/, '')
