import { readFile, readdir } from 'node:fs/promises'

const childrenOf = async (pid: number): Promise<number[]> => {
  const tasks = await readdir(`/proc/${pid}/task`)
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')))
  return lists.flatMap((list) => list.trim().split(' ')).filter((text) => text !== '').map(Number)
}

/** Bytes in memory of a process and all that it started; null where this machine does not say (it is no Linux). */
export const memoryOf = async (pid: number): Promise<number | null> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null)
  if (status === null) return null
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  const below = await Promise.all((await childrenOf(pid)).map(memoryOf))
  return own + below.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0)
}
