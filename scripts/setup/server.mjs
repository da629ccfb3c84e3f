// VS Code's server with its extension host, from npm: code-server carries it. Linux only.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { once } from './marker.mjs'
import { cache, serverNodePath, serverNodeRoot, serverPath, versions } from './paths.mjs'
import { run } from './run.mjs'

const npm = (cwd, args, env) => run('npm', [...args, '--no-audit', '--no-fund'], { cwd, env, quiet: true })

function emptyPackage(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
}

/** The paths of what was installed. Under a minute and about 800 MB the first time. */
export async function ensureServer() {
  if (process.platform !== 'linux')
    throw new Error('The stand-in for VS Code runs on Linux only. Put `code` on the PATH.')
  mkdirSync(cache, { recursive: true })
  await once(serverNodeRoot(), versions.serverNode, installNode)
  const server = serverPath()
  await once(server.root, versions.codeServer, () => installServer(server))
  if (!existsSync(server.main)) throw new Error(`${server.main} is missing; delete ${server.root} and try again.`)
  return server
}

async function installNode() {
  console.log(`Fetching Node ${versions.serverNode} for VS Code's server …`)
  const folder = serverNodeRoot()
  emptyPackage(folder)
  // The package is the plain binary with its headers: no script has to run.
  await npm(folder, ['install', '--ignore-scripts', `node-linux-${process.arch}@${versions.serverNode}`])
  chmodSync(serverNodePath(), 0o755)
}

async function installServer(server) {
  console.log(`Fetching VS Code's server (code-server ${versions.codeServer}) …`)
  const home = dirname(dirname(serverNodePath()))
  // Native modules must be built against the Node that will load them.
  const env = { PATH: `${dirname(serverNodePath())}${delimiter}${process.env.PATH}`, npm_config_nodedir: home }
  emptyPackage(server.root)
  await npm(server.root, ['install', '--ignore-scripts', `code-server@${versions.codeServer}`], env)
  await npm(server.vscode, ['install', '--omit=dev', '--ignore-scripts'], env)
  // Only logging needs these two; without a compiler the server runs and complains.
  const built = await run('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
    cwd: server.vscode,
    env,
    quiet: true,
    allowFailure: true,
  })
  if (built.code !== 0) console.error("VS Code's server will log errors about spdlog: no C++ compiler was found.")
}
