import type { AddVerb } from './verb.ts'
import { addApproval } from './verbs/approval.ts'
import { addAudit } from './verbs/audit.ts'
import { addBackup } from './verbs/backup.ts'
import { addBase } from './verbs/base.ts'
import { addCatalogue } from './verbs/catalogue.ts'
import { addCheck } from './verbs/check.ts'
import { addCompany } from './verbs/company.ts'
import { addComplete } from './verbs/complete.ts'
import { addDefinitions } from './verbs/definitions.ts'
import { addDiff } from './verbs/diff.ts'
import { addHelp } from './verbs/help.ts'
import { addImport } from './verbs/import.ts'
import { addLanguageVerbs } from './verbs/language.ts'
import { addPdf } from './verbs/pdf.ts'
import { addPlate } from './verbs/plate.ts'
import { addQuotation } from './verbs/quotation.ts'
import { addRead } from './verbs/read.ts'
import { addResults } from './verbs/results.ts'
import { addRules } from './verbs/rules.ts'
import { addSchema } from './verbs/schema.ts'
import { addServe } from './verbs/serve.ts'
import { addSettling } from './verbs/settle.ts'
import { addSign } from './verbs/sign.ts'
import { addSignOff } from './verbs/sign-off.ts'
import { addStatus } from './verbs/status.ts'
import { addSubmit } from './verbs/submit.ts'
import { addTemplate } from './verbs/template.ts'
import { addVariant } from './verbs/variant.ts'
import { addVehicle } from './verbs/vehicle.ts'
import { addVerify } from './verbs/verify.ts'
import { addVersions } from './verbs/versions.ts'
import { addWeigh } from './verbs/weigh.ts'
import { addWeighing } from './verbs/weighing.ts'
import { addWeights } from './verbs/weights.ts'
import { addWrite } from './verbs/write.ts'
import { addWriteBack } from './verbs/write-back.ts'
import { addXsd } from './verbs/xsd.ts'

/** In the order of a record's way; first those that need no workspace. */
export const verbs: readonly AddVerb[] = [
  addCheck,
  addRead,
  addDiff,
  addWrite,
  addVerify,
  addXsd,
  addSchema,
  addCatalogue,
  addRules,
  addCompany,
  addDefinitions,
  addLanguageVerbs,
  addVariant,
  addApproval,
  addTemplate,
  addImport,
  addVehicle,
  addBase,
  addResults,
  addComplete,
  addWeigh,
  addWeighing,
  addWeights,
  addQuotation,
  addSignOff,
  addSign,
  addSubmit,
  addSettling,
  addVersions,
  addPdf,
  addPlate,
  addWriteBack,
  addStatus,
  addAudit,
  addBackup,
  addServe,
  addHelp,
]
