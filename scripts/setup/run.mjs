import { spawn } from 'node:child_process'

/** Runs a program to its end. Its output is passed on, or kept where `quiet` and shown only when it fails. */
export function run(command, args, { cwd, env, quiet = false, allowFailure = false } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && /^(npm|npx)$/.test(command),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
    child.on('error', (error) => (allowFailure ? done({ code: 127, output: String(error) }) : failed(error)))
    child.on('close', (code) => {
      if (code === 0 || allowFailure) return done({ code: code ?? 1, output })
      failed(new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`))
    })
  })
}

/** Absolute path of a program on the PATH, or undefined. */
export async function which(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  const { code, output } = await run(finder, [program], { quiet: true, allowFailure: true })
  return code === 0 ? output.split(/\r?\n/)[0].trim() || undefined : undefined
}
