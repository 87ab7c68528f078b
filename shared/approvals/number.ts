import kinds from '../../schemas/approvals/kinds.json' with { type: 'json' }
import facts from '../../schemas/rules/approval-numbers.json' with { type: 'json' }

/** What an approval is good for: EU whole-vehicle, small series (EU, national), individual (EU, national). */
export const approvalKinds = ['EU', 'ESS', 'NSS', 'IV', 'NIV'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** An approval number apart: `e24*2018/858*00990*04` is `e24*2018/858*00990` with extension `04`. */
export interface ApprovalNumber {
  readonly number: string
  /** Two digits or more; empty where the number states none, and always for an individual approval. */
  readonly extension: string
}

const form = /^e([1-9]\d?)\*([A-Z0-9]+\/\d+)\*([A-Z0-9]+)(?:\*([A-Z0-9]{1,10}))?$/i
const individual = new RegExp(facts.individual.pattern)

/** Whether the number's own act says that it is for single vehicles. */
export function isIndividualNumber(number: string): boolean {
  return individual.test(number)
}

/** Takes a whole-vehicle number apart; undefined where it is no such number. */
export function parseApprovalNumber(text: string): ApprovalNumber | undefined {
  const trimmed = text.trim()
  const match = form.exec(trimmed)
  if (!match) return undefined
  // The fourth section of an individual approval is no extension but part of the number.
  if (isIndividualNumber(trimmed)) return { number: trimmed, extension: '' }
  const [, , , , extension = ''] = match
  if (extension !== '' && !/^\d+$/.test(extension)) return undefined
  return {
    number: trimmed.split('*').slice(0, 3).join('*'),
    extension: extension === '' ? '' : sameExtension(extension),
  }
}

/** `4` and `04` are one extension. */
export function sameExtension(extension: string): string {
  return String(Number(extension)).padStart(2, '0')
}

/** `e24` of `e24*2018/858*00990`. */
export function countryOf(number: string): string {
  return number.slice(0, Math.max(0, number.indexOf('*')))
}

/** The kind that the act in the number says; undefined for the acts before (EU) 2018/858. */
export function kindOf(number: string): ApprovalKind | undefined {
  const act = number.split('*')[1]
  return approvalKinds.find((kind) => kinds.kinds[kind].act === act)
}

/** Whether a certificate of conformity exists for vehicles of this kind. */
export function hasCertificate(kind: ApprovalKind): boolean {
  return kinds.kinds[kind].certificate
}

/** Whether so and so many vehicles a year are all that the approval allows. */
export function hasYearlyLimit(kind: ApprovalKind): boolean {
  return kinds.kinds[kind].yearlyLimit
}

/** The number as certificates state it. */
export function fullNumber({ number, extension }: ApprovalNumber): string {
  return extension === '' ? number : `${number}*${extension}`
}
