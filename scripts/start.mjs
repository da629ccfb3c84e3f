// `npm start`: sets everything up, says what samples/ costs, and opens VS Code on it. `--no-editor` stops after the scan.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installDependencies } from './setup/dependencies.mjs'
import { cache } from './setup/paths.mjs'
import { run } from './setup/run.mjs'

await installDependencies()
await run(process.execPath, ['esbuild.mjs'], { quiet: true })
// A scan that found something to act on ends with 1; only 2 means it could not be done.
const { code } = await run(process.execPath, ['dist/cli.mjs', 'scan', 'samples'], { allowFailure: true })
if (code > 1) process.exit(code)
if (!process.argv.includes('--no-editor')) await openEditor()

async function openEditor() {
  const { installedEditor } = await import('./setup/editor.mjs')
  const code = await installedEditor()
  if (code) {
    console.log('\nOpening samples/ in VS Code with Outlay in it.')
    await run(code, ['--new-window', `--extensionDevelopmentPath=${resolve('.')}`, resolve('samples')])
  } else if (process.platform === 'linux') await serve()
  else {
    const { makePackage } = await import('./package.mjs')
    const { path } = await makePackage({ universal: false })
    console.log(
      `\nVS Code's \`code\` command is not on the PATH. Open VS Code, run "Extensions: Install from VSIX…" and choose\n  ${path}\nthen open the folder\n  ${resolve('samples')}`,
    )
  }
}

/** VS Code's server with Outlay installed, for a browser on this machine. Stays until Ctrl-C. */
async function serve() {
  const { ensureServer } = await import('./setup/server.mjs')
  const { makePackage } = await import('./package.mjs')
  const [server, packaged] = [await ensureServer(), await makePackage({ universal: false })]
  const home = join(cache, 'start')
  const settings = {
    'workbench.startupEditor': 'none',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  }
  mkdirSync(join(home, 'data/User'), { recursive: true })
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify(settings, null, 2))
  writeFileSync(join(home, 'config.yaml'), 'auth: none\n')
  const common = [
    '--config',
    join(home, 'config.yaml'),
    '--user-data-dir',
    join(home, 'data'),
    '--extensions-dir',
    join(home, 'extensions'),
  ]
  await run(server.node, [server.entry, ...common, '--install-extension', packaged.path, '--force'], { quiet: true })
  const port = process.env.PORT ?? '8484'
  const child = spawn(
    server.node,
    [
      server.entry,
      ...common,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ],
    // The server keeps a heartbeat and logs in the data folder: ours, not the user's.
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, VSCODE_IPC_HOOK_CLI: undefined, XDG_DATA_HOME: join(home, 'share') },
    },
  )
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      log += data
      if (!/HTTP server listening on/.test(log)) return
      log = ''
      const file = `vscode-remote://127.0.0.1:${port}${resolve('samples/infrastructure/main.tf')}`
      const query = new URLSearchParams({ folder: resolve('samples'), payload: JSON.stringify([['openFile', file]]) })
      console.log(`\nVS Code with Outlay: http://127.0.0.1:${port}/?${query}\nCtrl-C ends it.`)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const ended = await new Promise((done) => child.on('close', done))
  if (ended) console.error(log)
  process.exit(ended ?? 0)
}
