import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/*
 * `npm run dev`: the two doors, started anew when the server's code changes, and the pages
 * with reload in front of each.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))

const run = (...parameters: string[]): ChildProcess =>
  spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit' })

const running = [
  run('--watch-path=server', '--watch-path=contract', '--watch-path=migrations', 'server/main.ts', '--sources'),
  run(vite, '--port', '5173', '--strictPort'),
  run(vite, '--mode', 'desk', '--port', '5174', '--strictPort'),
]
console.log('Pages with reload: http://127.0.0.1:5173 (public) and http://127.0.0.1:5174 (desk).')

const stop = () => {
  for (const child of running) child.kill('SIGTERM')
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
