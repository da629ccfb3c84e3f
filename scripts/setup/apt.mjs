import { run, which } from './run.mjs'

/** Installs packages on Debian and Ubuntu, where we may; elsewhere, and where we may not, nothing happens. */
export async function aptInstall(packages) {
  if (process.platform !== 'linux' || !(await which('apt-get'))) return
  const root = process.getuid?.() === 0
  const sudo = root ? [] : (await which('sudo')) ? ['sudo', '-n'] : undefined
  if (!sudo) return
  const apt = async (args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return run(command, rest, { quiet: true, allowFailure: true })
  }
  console.log(`Installing ${packages.join(', ')} …`)
  await apt(['update'])
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...packages])
  if (code !== 0) console.error(output)
}
