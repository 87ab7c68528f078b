import type { Problem } from '../../../shared/problem.ts'
import { placeInFolder } from '../../data/dropped-folder.ts'
import { readFile } from '../../data/read-file.ts'
import type { NamedFile } from './side-choice.ts'

export interface TakenFiles {
  /** By their place. */
  readonly files: readonly NamedFile[]
  /** How many were passed over, since a folder holds other things too. */
  readonly others: number
  /** Of those that the browser could not read; each code `file-not-readable`. */
  readonly problems: readonly Problem[]
}

/** Files of a drop or a chooser. A single one of another kind stays: whoever reads it says what is wrong with it. */
export async function takeFiles(taken: readonly File[]): Promise<TakenFiles> {
  const wanted = taken.length > 1 ? taken.filter(({ name }) => /\.xml$/i.test(name)) : taken
  const files: NamedFile[] = []
  const problems: Problem[] = []
  await Promise.all(
    wanted.map(async (file) => {
      const name = placeInFolder(file)
      const read = await readFile(file, name)
      if (read.ok) files.push({ name, input: read.value })
      else problems.push(read.problem)
    }),
  )
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { files, others: taken.length - wanted.length, problems }
}
