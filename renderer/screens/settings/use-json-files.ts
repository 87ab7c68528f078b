import { useState } from 'react'
import type { Problem } from '../../../shared/problem.ts'
import type { Result } from '../../../shared/result.ts'
import { readJsonFile } from './read-json-file.ts'

interface JsonFiles {
  /** Keeps one after the other, up to the first that is refused. */
  readonly add: (files: readonly File[]) => Promise<void>
  /** Why a file was refused, and which. */
  readonly problem: Problem | undefined
}

/** Takes JSON files that somebody chose; `save` keeps what one says. */
export function useJsonFiles(save: (json: unknown) => Promise<Result<unknown>>): JsonFiles {
  const [problem, setProblem] = useState<Problem>()
  const add = async (files: readonly File[]): Promise<void> => {
    setProblem(undefined)
    for (const file of files) {
      const read = await readJsonFile(file)
      const result = read.ok ? await save(read.value) : read
      if (result.ok) continue
      setProblem({ ...result.problem, where: { ...result.problem.where, file: file.name } })
      return
    }
  }
  return { add, problem }
}
