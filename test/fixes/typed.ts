// Whether requests are of the types the providers publish: the compiler is asked, with each request written as a literal.
import { join, resolve } from 'node:path'
import ts from 'typescript'
import type { Arrived } from './provider-server.ts'

export interface Sent extends Arrived {
  /** Named in the message. */
  readonly by: string
}

/** What is wrong, a sentence each; an argument the type does not have is wrong too. Programs are compiled beside them. */
export function wrongTypes(sent: readonly Sent[], programs: ReadonlyMap<string, string> = new Map()): string[] {
  const literals = sent.map(
    ({ route, body, by }, i) =>
      `// ${by}\nexport const request${i}: Wire[${JSON.stringify(route)}]['asks'] = ${JSON.stringify(body)}`,
  )
  const requests = `import type { Wire } from './wire.ts'\n${literals.join('\n')}\n`
  return typeErrors(new Map([...programs, ['sent.ts', requests]]))
}

/** Compiles texts as if they were files of this folder. */
function typeErrors(texts: ReadonlyMap<string, string>): string[] {
  const paths = new Map([...texts].map(([name, text]) => [join(import.meta.dirname, `checked-${name}`), text]))
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    types: ['node'],
  }
  const host = ts.createCompilerHost(options)
  const disk = { read: host.getSourceFile, exists: host.fileExists }
  host.fileExists = (name) => paths.has(resolve(name)) || disk.exists(name)
  host.getSourceFile = (name, ...rest) => {
    const text = paths.get(resolve(name))
    return text === undefined ? disk.read(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
  }
  const program = ts.createProgram([...paths.keys()], options, host)
  return program
    .getSourceFiles()
    .filter(({ fileName }) => paths.has(resolve(fileName)))
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ file, start = 0, messageText }) => {
      const lines = file!.text.slice(0, start).split('\n')
      const by = lines.at(-2)?.replace(/^\/\/ /, '') ?? ''
      return `${file!.fileName.split('/').at(-1)}:${lines.length} (${by}): ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
}
