/** A start that cannot go on: one sentence that says what happened and what to do. `name` is "StartFault". */
export function startFault(message: string, cause?: unknown): Error {
  const fault = new Error(message, { cause })
  fault.name = 'StartFault'
  return fault
}

export function isStartFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'StartFault'
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** Whether PostgreSQL complains about the disk; it uses the same words when shared memory runs out. */
export function saysDiskFull(output: string): boolean {
  const lines = output.split('\n').filter((line) => !/shared memory|semaphore/.test(line))
  return lines.some((line) => /no space left|quota exceeded/i.test(line))
}

const ELSEWHERE = 'or name another folder with HEARTH_DATA_DIR'

/** Turns what the file system refused about `dir` into a sentence; a start fault passes unchanged. */
export function folderFault(dir: string, error: unknown): Error {
  if (isStartFault(error)) return error as Error
  return startFault(`${reasonOf(dir, error)} ${ELSEWHERE}.`, error)
}

function reasonOf(dir: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder ${dir} cannot be used: a file is in its place; move that file away`
    case 'EACCES':
    case 'EPERM':
      return `This user may not write the data folder ${dir}; start as its owner, change its owner,`
    case 'EROFS':
      return `The data folder ${dir} lies on a read-only disk; make it writable`
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds the data folder ${dir} is full; free some space`
    default:
      return `The data folder ${dir} cannot be used (${String(error)}); repair it`
  }
}
