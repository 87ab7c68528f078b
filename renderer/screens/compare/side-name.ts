import type { SideView } from '../../../shared/compare/views.ts'
import type { Words } from '../../language/words.ts'

/** What a message is called in one line: a file by its name, ours by version and state, another's by stage. */
export function sideName(view: SideView, t: Words): string {
  if (view.kind === 'file') return view.file
  if (view.kind === 'stage')
    return t('compare-screen.stage-long', {
      number: view.stageNumber,
      file: view.file || t('compare-screen.paper'),
    })
  return t('compare-screen.version-of', { version: view.version, status: t(`status.${view.status}`) })
}
