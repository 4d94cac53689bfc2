import { readFileSync } from 'node:fs'

/** Milliseconds of processor time that the first thread of a process has had; NaN where the system does not tell. */
export const processorTimeOf = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}

/** The system counts whole processes in hundredths of a second. */
const tickMs = 10

/** Two of the fields of a process's record, counted from the one after its name, which may hold blanks. */
const ticksOf = (pid: number, first: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[first]) + Number(fields[first + 1])) * tickMs
  } catch {
    return Number.NaN
  }
}

/** Milliseconds of processor time of a process, with all its threads. */
export const processorTimeOfAll = (pid: number): number => ticksOf(pid, 11)

/** Milliseconds of processor time that the processes had which this one started and which have ended. */
export const processorTimeOfEnded = (pid: number): number => ticksOf(pid, 13)
