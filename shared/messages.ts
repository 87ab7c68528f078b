import deApprovalScreens from '../schemas/messages/de/approval-screens.json' with { type: 'json' }
import deApprovals from '../schemas/messages/de/approvals.json' with { type: 'json' }
import deAudit from '../schemas/messages/de/audit.json' with { type: 'json' }
import deCatalogue from '../schemas/messages/de/catalogue.json' with { type: 'json' }
import deCli from '../schemas/messages/de/cli.json' with { type: 'json' }
import deCompare from '../schemas/messages/de/compare.json' with { type: 'json' }
import deCompletion from '../schemas/messages/de/completion.json' with { type: 'json' }
import deHost from '../schemas/messages/de/host.json' with { type: 'json' }
import deIntake from '../schemas/messages/de/intake.json' with { type: 'json' }
import deIviXml from '../schemas/messages/de/ivi-xml.json' with { type: 'json' }
import deLanguages from '../schemas/messages/de/languages.json' with { type: 'json' }
import deMapping from '../schemas/messages/de/mapping.json' with { type: 'json' }
import dePaper from '../schemas/messages/de/paper.json' with { type: 'json' }
import dePrint from '../schemas/messages/de/print.json' with { type: 'json' }
import deRegister from '../schemas/messages/de/register.json' with { type: 'json' }
import deReleases from '../schemas/messages/de/releases.json' with { type: 'json' }
import deRules from '../schemas/messages/de/rules.json' with { type: 'json' }
import deSignature from '../schemas/messages/de/signature.json' with { type: 'json' }
import deSubmission from '../schemas/messages/de/submission.json' with { type: 'json' }
import deTemplate from '../schemas/messages/de/template.json' with { type: 'json' }
import deUi from '../schemas/messages/de/ui.json' with { type: 'json' }
import deVariants from '../schemas/messages/de/variants.json' with { type: 'json' }
import deVerbs from '../schemas/messages/de/verbs.json' with { type: 'json' }
import deWeightScreens from '../schemas/messages/de/weight-screens.json' with { type: 'json' }
import deWeights from '../schemas/messages/de/weights.json' with { type: 'json' }
import deWorkspace from '../schemas/messages/de/workspace.json' with { type: 'json' }
import deWriteBack from '../schemas/messages/de/write-back.json' with { type: 'json' }
import enApprovalScreens from '../schemas/messages/en/approval-screens.json' with { type: 'json' }
import enApprovals from '../schemas/messages/en/approvals.json' with { type: 'json' }
import enAudit from '../schemas/messages/en/audit.json' with { type: 'json' }
import enCatalogue from '../schemas/messages/en/catalogue.json' with { type: 'json' }
import enCli from '../schemas/messages/en/cli.json' with { type: 'json' }
import enCompare from '../schemas/messages/en/compare.json' with { type: 'json' }
import enCompletion from '../schemas/messages/en/completion.json' with { type: 'json' }
import enHost from '../schemas/messages/en/host.json' with { type: 'json' }
import enIntake from '../schemas/messages/en/intake.json' with { type: 'json' }
import enIviXml from '../schemas/messages/en/ivi-xml.json' with { type: 'json' }
import enLanguages from '../schemas/messages/en/languages.json' with { type: 'json' }
import enMapping from '../schemas/messages/en/mapping.json' with { type: 'json' }
import enPaper from '../schemas/messages/en/paper.json' with { type: 'json' }
import enPrint from '../schemas/messages/en/print.json' with { type: 'json' }
import enRegister from '../schemas/messages/en/register.json' with { type: 'json' }
import enReleases from '../schemas/messages/en/releases.json' with { type: 'json' }
import enRules from '../schemas/messages/en/rules.json' with { type: 'json' }
import enSignature from '../schemas/messages/en/signature.json' with { type: 'json' }
import enSubmission from '../schemas/messages/en/submission.json' with { type: 'json' }
import enTemplate from '../schemas/messages/en/template.json' with { type: 'json' }
import enUi from '../schemas/messages/en/ui.json' with { type: 'json' }
import enVariants from '../schemas/messages/en/variants.json' with { type: 'json' }
import enVerbs from '../schemas/messages/en/verbs.json' with { type: 'json' }
import enWeightScreens from '../schemas/messages/en/weight-screens.json' with { type: 'json' }
import enWeights from '../schemas/messages/en/weights.json' with { type: 'json' }
import enWorkspace from '../schemas/messages/en/workspace.json' with { type: 'json' }
import enWriteBack from '../schemas/messages/en/write-back.json' with { type: 'json' }
import type { LanguagePack, Texts } from './language/language-pack.ts'
import { type Language, packOf, type ShippedLanguage, shippedFor } from './language/languages.ts'

export type { Language } from './language/languages.ts'

type Areas = Readonly<Record<string, Texts>>

/**
 * All words that people read, by area. A problem's code has `heading`, `explanation` and `next`; a finding's code and
 * an audit action have one text; the screens' words stand under `ui`. `{{name}}` is filled from the arguments.
 */
const areas: Readonly<Record<ShippedLanguage, Areas>> = {
  en: {
    'approval-screens': enApprovalScreens,
    approvals: enApprovals,
    audit: enAudit,
    catalogue: enCatalogue,
    cli: enCli,
    compare: enCompare,
    completion: enCompletion,
    host: enHost,
    intake: enIntake,
    'ivi-xml': enIviXml,
    languages: enLanguages,
    mapping: enMapping,
    paper: enPaper,
    print: enPrint,
    register: enRegister,
    releases: enReleases,
    rules: enRules,
    signature: enSignature,
    submission: enSubmission,
    template: enTemplate,
    ui: enUi,
    variants: enVariants,
    verbs: enVerbs,
    'weight-screens': enWeightScreens,
    weights: enWeights,
    workspace: enWorkspace,
    'write-back': enWriteBack,
  },
  de: {
    'approval-screens': deApprovalScreens,
    approvals: deApprovals,
    audit: deAudit,
    catalogue: deCatalogue,
    cli: deCli,
    compare: deCompare,
    completion: deCompletion,
    host: deHost,
    intake: deIntake,
    'ivi-xml': deIviXml,
    languages: deLanguages,
    mapping: deMapping,
    paper: dePaper,
    print: dePrint,
    register: deRegister,
    releases: deReleases,
    rules: deRules,
    signature: deSignature,
    submission: deSubmission,
    template: deTemplate,
    ui: deUi,
    variants: deVariants,
    verbs: deVerbs,
    'weight-screens': deWeightScreens,
    weights: deWeights,
    workspace: deWorkspace,
    'write-back': deWriteBack,
  },
}

const indexes = new WeakMap<LanguagePack | Areas, ReadonlyMap<string, string>>()

/** All texts of a language by their keys; an added one has its base's where it is silent. */
function index(language: Language): ReadonlyMap<string, string> {
  const base = areas[shippedFor(language)]
  const pack = packOf(language)
  const known = indexes.get(pack ?? base)
  if (known) return known
  const flat = new Map<string, string>(pack ? index(pack.base) : [])
  const visit = (texts: Texts, prefix: string): void => {
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text === 'string') flat.set(prefix + key, text)
      else visit(text, `${prefix}${key}.`)
    }
  }
  for (const texts of Object.values(pack ? pack.texts : base)) visit(texts, '')
  indexes.set(pack ?? base, flat)
  return flat
}

export type Arguments = Readonly<Record<string, string | number>>

/**
 * The text of a key such as `bad-cell.heading`, or undefined where the catalogue has none. A text that counts stands
 * once for each form of its language, as `rows_one` and `rows_other`; `count` says which.
 */
export function text(language: Language, key: string, args: Arguments = {}): string | undefined {
  const texts = index(language)
  const { count } = args
  const said =
    texts.get(key) ?? (typeof count === 'number' ? counted(texts, key, language, count) : undefined)
  return said?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(args[name] ?? ''))
}

const rules = new Map<Language, Intl.PluralRules>()

/** What an added language leaves out is said in its base, which may have fewer forms. */
function counted(
  texts: ReadonlyMap<string, string>,
  key: string,
  language: Language,
  count: number,
): string | undefined {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return texts.get(`${key}_${known.select(count)}`) ?? texts.get(`${key}_other`)
}

/** Every key of a language, for the test that both say the same. */
export function textKeys(language: Language): readonly string[] {
  return [...index(language).keys()]
}

/** All of an area as nested texts, for the screens' own translator; of an added language what it says itself. */
export function areaTexts(language: Language, area: string): Texts {
  return (packOf(language)?.texts ?? areas[shippedFor(language)])[area] ?? {}
}

/** Every area by its name. */
export function areaNames(): readonly string[] {
  return Object.keys(areas.en)
}
