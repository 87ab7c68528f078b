import type { Handlers } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addByHand } from '../pipeline/add-vehicle.ts'
import { applyVariant, setBodyAndValues } from '../pipeline/apply-variant.ts'
import { yardClock } from '../pipeline/approval-clock.ts'
import { importApprovals, keepSheet } from '../pipeline/approval-file.ts'
import { approvalPack } from '../pipeline/approval-pack.ts'
import { approvalViews } from '../pipeline/approval-views.ts'
import { removeApproval, saveApproval } from '../pipeline/approvals.ts'
import { assessAll, checkVehicles } from '../pipeline/assess.ts'
import { exportChain, verifyChain } from '../pipeline/audit.ts'
import { addBases } from '../pipeline/bases.ts'
import { companyProfile, saveCompany } from '../pipeline/company.ts'
import { applyConfiguration } from '../pipeline/configurations.ts'
import { decideLost } from '../pipeline/decide.ts'
import { vehicleDetail } from '../pipeline/detail.ts'
import { correct, forgetTyped, setValues, signOff, withdraw } from '../pipeline/edit.ts'
import { importFile, previewFile } from '../pipeline/intake.ts'
import { offeredKeys } from '../pipeline/keys.ts'
import { judge } from '../pipeline/may-issue.ts'
import { napViews, saveNap, unlockNap } from '../pipeline/naps.ts'
import { actAs, keepPerson } from '../pipeline/people.ts'
import { ruleList, savePolicy } from '../pipeline/policy.ts'
import { keepPreferences, keptPreferences } from '../pipeline/preferences.ts'
import { saveProfile } from '../pipeline/profiles.ts'
import { judgeQuotation } from '../pipeline/quotation-may-issue.ts'
import { addResult } from '../pipeline/results.ts'
import { cancelImport } from '../pipeline/running-imports.ts'
import { signBatch } from '../pipeline/sign.ts'
import { queueForNap, sendQueued } from '../pipeline/submit.ts'
import { importVariants } from '../pipeline/variant-files.ts'
import { bodyFrom, exportVariants, variantDetail, variantList } from '../pipeline/variant-views.ts'
import { saveVariant } from '../pipeline/variants.ts'
import { weigh } from '../pipeline/weigh.ts'
import { language, saveLanguage, workspaceView } from '../pipeline/workspace-view.ts'
import { writeBack } from '../pipeline/write-back.ts'
import { listEntries } from '../register/audit-entries.ts'
import { backUp } from '../register/backup.ts'
import { outboxSections } from '../register/outbox-sections.ts'
import { findVehicleIds, searchVehicles } from '../register/search-vehicles.ts'
import { people } from '../register/settings.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { compareHandlers } from './compare-handlers.ts'
import { languageHandlers } from './language-handlers.ts'
import { paperHandlers } from './paper-handlers.ts'
import { printHandlers } from './print-handlers.ts'
import { releaseHandlers } from './release-handlers.ts'
import { templateHandlers } from './template-handlers.ts'
import { weightHandlers } from './weight-handlers.ts'

/** The contract's body: each channel calls the pipeline and answers what the screens show. */
export function createHandlers(workspace: Workspace): Handlers {
  const { db } = workspace
  const view = async () => ok(await workspaceView(workspace))
  const approvalsAfter = (done: Result<unknown>) => {
    if (!done.ok) return done
    workspace.later(() => assessAll(workspace))
    return ok(approvalViews(workspace))
  }
  return {
    'workspace/get': view,
    'workspace/set-up': async ({ company, country, person }) => {
      if (people(db).length > 0) return fail(problem('workspace-set-up-already', {}, {}, false))
      const kept = keepPerson(workspace, { name: person, roles: ['office', 'homologation', 'signer'] })
      if (!kept.ok) return kept
      workspace.setActor({ id: kept.value.id, name: kept.value.name, roles: kept.value.roles })
      const saved = saveCompany(workspace, company, country)
      return saved.ok ? view() : saved
    },
    'workspace/set-language': async (input) => {
      saveLanguage(workspace, input.language)
      return view()
    },
    ...languageHandlers(workspace),
    'workspace/company': async () => ok(companyProfile(workspace)),
    'workspace/save-company': async ({ company, country }) => {
      const saved = saveCompany(workspace, company, country)
      if (!saved.ok) return saved
      workspace.later(() => assessAll(workspace))
      return view()
    },
    'preferences/get': async () => ok(keptPreferences(workspace)),
    'preferences/save': async (input) => ok(keepPreferences(workspace, input)),
    'workspace/backup': async () => {
      const made = await backUp(db, workspace.dir, timestamp(workspace).replace(/[:.]/g, '-'))
      return made.ok ? ok({ file: made.value }) : made
    },

    'people/save': async (input) => keepPerson(workspace, input),
    'people/act-as': async ({ id, pin }) => {
      const acting = actAs(workspace, id, pin)
      return acting.ok ? view() : acting
    },

    'register/list': async (query) => ok(searchVehicles(db, query)),
    'register/ids': async (query) => ok(findVehicleIds(db, query)),

    'vehicle/add': async (input) => {
      const added = addByHand(workspace, input)
      return added.ok ? vehicleDetail(workspace, added.value) : added
    },
    'vehicle/get': async ({ id }) => vehicleDetail(workspace, id),
    'vehicle/set-values': async ({ id, values, reason, body }) => {
      const set = body
        ? setBodyAndValues(workspace, id, body, values, reason)
        : setValues(workspace, id, values, reason)
      return set.ok ? vehicleDetail(workspace, id) : set
    },
    'vehicle/forget-typed': async ({ id, paths }) => {
      const forgotten = forgetTyped(workspace, id, paths)
      return forgotten.ok ? vehicleDetail(workspace, id) : forgotten
    },
    'vehicle/weigh': async ({ id, ...weighing }) => {
      const weighed = weigh(workspace, id, weighing)
      return weighed.ok ? vehicleDetail(workspace, id) : weighed
    },
    'vehicle/add-result': async ({ id, file }) => addResult(workspace, id, file),
    'vehicle/apply-variant': async ({ ids, ...choice }) => applyVariant(workspace, ids, choice),
    'vehicle/check': async ({ ids }) => ok(checkVehicles(workspace, ids)),
    'vehicle/sign-off': async ({ id, path, reason }) => signOff(workspace, id, path, reason),
    'vehicle/correct': async ({ id, reason }) => {
      const opened = correct(workspace, id, reason)
      return opened.ok ? vehicleDetail(workspace, id) : opened
    },
    'vehicle/withdraw': async ({ id, reason }) => {
      const withdrawn = withdraw(workspace, id, reason)
      return withdrawn.ok ? vehicleDetail(workspace, id) : withdrawn
    },

    'base/add': async ({ files }) => ok(await addBases(workspace, files)),

    ...paperHandlers(workspace),
    ...weightHandlers(workspace),
    ...printHandlers(workspace),

    ...releaseHandlers(workspace),
    ...templateHandlers(workspace),
    ...compareHandlers(workspace),

    'intake/preview': async (input) => previewFile(workspace, input),
    'intake/import': async (input) => importFile(workspace, input),
    'intake/cancel': async ({ run }) => ok({ running: cancelImport(workspace, run) }),

    'sign/keys': async (input) => offeredKeys(workspace, input),
    'sign/run': async (input) => signBatch(workspace, input),

    'outbox/sections': async () => ok(outboxSections(db)),
    'outbox/queue': async ({ ids, nap }) => queueForNap(workspace, ids, nap),
    'outbox/unlock-nap': async ({ nap, passphrase }) => {
      const unlocked = await unlockNap(workspace, nap, passphrase)
      return unlocked.ok ? view() : unlocked
    },
    'outbox/send': async ({ ids }) => ok(await sendQueued(workspace, ids)),
    'outbox/decide': async ({ id, decision, reason }) => {
      const decided = decideLost(workspace, id, decision, reason)
      return decided.ok ? vehicleDetail(workspace, id) : decided
    },

    'variant/save': async ({ json }) => {
      const saved = saveVariant(workspace, json)
      if (saved.ok) workspace.later(() => assessAll(workspace))
      return saved
    },
    'approval/list': async () => ok(approvalViews(workspace)),
    'approval/save': async ({ json, before }) => approvalsAfter(saveApproval(workspace, json, before)),
    'approval/remove': async ({ number }) => approvalsAfter(removeApproval(workspace, number)),
    'approval/import': async ({ file }) => {
      const imported = await importApprovals(workspace, file)
      if (imported.ok) workspace.later(() => assessAll(workspace))
      return imported
    },
    'approval/may-issue': async ({ base, year, ...candidate }) =>
      ok(
        judge(workspace, {
          ...candidate,
          ...(base ? { base } : {}),
          year: year ?? workspace.ports.now().getUTCFullYear(),
        }),
      ),
    'approval/of-quotation': async ({ json }) => judgeQuotation(workspace, json),
    'approval/clock': async () => ok(await yardClock(workspace)),
    'approval/sheet': async ({ content }) => ok(await keepSheet(workspace, content, language(workspace))),
    'approval/pack': async (input) =>
      approvalPack(workspace, input.id, input.language ?? language(workspace)),
    'variant/list': async () => ok(variantList(workspace)),
    'variant/get': async ({ id, version }) => variantDetail(workspace, id, version),
    'variant/import': async (input) => {
      const saved = await importVariants(workspace, input.file, input.profile)
      if (saved.ok) workspace.later(() => assessAll(workspace))
      return saved
    },
    'variant/export': async (input) => exportVariants(workspace, input),
    'variant/from-vehicle': async ({ vehicleId, ...named }) => bodyFrom(workspace, vehicleId, named),
    'variant/apply-configuration': async (input) => applyConfiguration(workspace, input.file, input.profile),
    'rules/list': async (input) => ok(ruleList(workspace, input.language)),
    'rules/save-policy': async ({ json }) => {
      const saved = savePolicy(workspace, json)
      if (saved.ok) workspace.later(() => assessAll(workspace))
      return saved
    },
    'profile/save': async ({ json }) => {
      const saved = saveProfile(workspace, json)
      return saved.ok ? ok({ id: saved.value.id, name: saved.value.name }) : saved
    },
    'nap/save': async ({ nap, ...settings }) => {
      const saved = saveNap(workspace, nap, settings)
      return saved.ok ? ok(await napViews(workspace)) : saved
    },

    'write-back/run': async ({ profile }) => ok(await writeBack(workspace, profile, language(workspace))),

    'audit/list': async (query) => ok(listEntries(db, query)),
    'audit/verify': async () => ok(verifyChain(workspace)),
    'audit/export': async ({ vin }) => ok({ file: exportChain(workspace, vin) }),
  }
}
