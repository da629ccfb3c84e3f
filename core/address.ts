/** `module.a["x"].aws_instance.web[0]` → `module.a.aws_instance.web`: how the source names it. */
export const withoutIndexes = (address: string) => address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '')
