import { dialog } from 'electron'
import type { Problem } from '../../shared/problem.ts'
import { shellText } from './words.ts'

/** Asks for the folder of a workspace, or undefined where the user thought better of it. */
export async function chooseWorkspace(): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: shellText('shell.choose-workspace'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? undefined : filePaths[0]
}

/** Tells what stands in the way and asks how to go on: another try, another workspace, or the end. */
export async function askAfterProblem(problem: Problem): Promise<'again' | 'other' | 'quit'> {
  const say = (part: string): string => shellText(`${problem.code}.${part}`, problem.args)
  const answers = ['again', 'other', 'quit'] as const
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Bodymark',
    message: say('heading'),
    detail: `${say('explanation')}\n\n${say('next')}`,
    buttons: answers.map((answer) => shellText(`shell.${answer}`)),
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return answers[response] ?? 'quit'
}
