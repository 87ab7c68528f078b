import { ok, type Result } from '../../shared/result.ts'
import { type TemplateKind, templateProfileId } from '../../shared/template/template-key.ts'
import type { MappingProfile } from '../mapping/profiles.ts'
import { templateColumn, templateProfile } from '../mapping/template-profile.ts'
import type { SourceFile } from '../register/source-files.ts'
import type { Workspace } from '../workspace.ts'
import { openIntake } from './open-intake.ts'
import { findProfile } from './profiles.ts'
import { language } from './workspace-view.ts'

/** The profile that a kept file was imported by; a template says it itself, again. */
export async function profileOfSource(
  workspace: Workspace,
  { profile, path, sheet }: Pick<SourceFile, 'profile' | 'path' | 'sheet'>,
): Promise<Result<MappingProfile>> {
  if (profile !== templateProfileId) return findProfile(workspace, profile)
  const opened = await openIntake(workspace, { file: { path }, profile, sheet })
  if (opened.ok) {
    opened.value.sheet.close()
    return ok(opened.value.profile)
  }
  // The file is gone or no longer what it was: the result's own file still needs a delimiter.
  const catalogue = workspace.releases.inUse
  const kind: TemplateKind = {
    ...{ release: catalogue.release, category: '', stage: '' },
    language: language(workspace),
  }
  return ok(templateProfile([templateColumn('vin', 'VIN', kind, catalogue)], kind, catalogue))
}
