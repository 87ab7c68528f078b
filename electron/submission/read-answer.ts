import type { XmlNode } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import type { NapReason } from '../../shared/record/views.ts'
import { findReportedField } from './find-reported-field.ts'
import { failed, type NapAnswer } from './nap-answer.ts'
import { nodesAt, oneValue, shownValue, withAnswer } from './parse-answer.ts'
import type { HttpAnswer } from './post.ts'
import { answerNamespaces, type NapProfile } from './profile.ts'
import { readFault } from './read-fault.ts'

/** More reasons than a person would read. */
const maxReasons = 500

/** What an answer answers. */
export interface Asked {
  readonly reference: string
  /** The message's release; without it the product's own. */
  readonly catalogue?: Catalogue | undefined
}

/** `answerPath`: XPath of the operation's answer element. */
export function readAnswer(
  profile: NapProfile,
  answerPath: string,
  asked: Asked,
  http: HttpAnswer,
): NapAnswer {
  const { raw } = http
  const read = withAnswer(raw, (document) => {
    const fault = readFault(document, profile, raw)
    if (fault) return fault
    const [element, second] = nodesAt(document, answerPath, answerNamespaces(profile))
    if (!element || second) return undefined
    return readOutcome(element, profile, asked, raw)
  })
  if (read.ok && read.value) return read.value
  const byStatus = readStatus(http)
  if (byStatus) return byStatus
  const unreadable = read.ok ? problem('nap-answer-unclear', { outcome: '-' }) : read.problem
  return { kind: 'lost', problem: unreadable, raw }
}

function readOutcome(element: XmlNode, profile: NapProfile, asked: Asked, raw: Uint8Array): NapAnswer {
  const { answer } = profile
  const { reference, catalogue } = asked
  const namespaces = answerNamespaces(profile)
  const answered = oneValue(element, answer.reference, namespaces)
  if (typeof answered !== 'string' || answered.toLowerCase() !== reference.toLowerCase()) {
    const got = typeof answered === 'string' ? answered.slice(0, 100) : '-'
    return { kind: 'lost', problem: problem('nap-answer-other-reference', { expected: reference, got }), raw }
  }
  const said = oneValue(element, answer.outcome.at, namespaces)
  const outcome = typeof said === 'string' ? said : ''
  const reasons = readReasons(element, profile, catalogue)
  if (answer.outcome.rejected.includes(outcome)) return { kind: 'rejected', reasons, raw }
  if (answer.outcome.notReceived.includes(outcome)) {
    return failed(problem('nap-never-received', { reference }), raw)
  }
  const receipt = oneValue(element, answer.receipt, namespaces)
  // Without a receipt there is nothing that would prove the acceptance ten years on.
  if (answer.outcome.accepted.includes(outcome) && typeof receipt === 'string' && receipt !== '') {
    const receivedAt = shownValue(element, answer.receivedAt, namespaces)
    return { kind: 'accepted', receipt, receivedAt, reasons, raw }
  }
  return {
    kind: 'lost',
    problem: problem('nap-answer-unclear', { outcome: outcome.slice(0, 100) || '-' }),
    raw,
  }
}

function readReasons(
  element: XmlNode,
  profile: NapProfile,
  catalogue: Catalogue | undefined,
): readonly NapReason[] {
  const { at, code, text, field, fieldsByCode } = profile.answer.reasons
  const namespaces = answerNamespaces(profile)
  return nodesAt(element, at, namespaces)
    .slice(0, maxReasons)
    .map((node) => {
      const said = { code: shownValue(node, code, namespaces), text: shownValue(node, text, namespaces) }
      const path =
        findReportedField(shownValue(node, field, namespaces), catalogue) ?? fieldsByCode[said.code]
      return path ? { ...said, path } : said
    })
}

/** What the HTTP status alone tells, where the body is no answer of the service. */
function readStatus({ status, retryAfter, raw }: HttpAnswer): NapAnswer | undefined {
  if (status >= 500) return { kind: 'lost', problem: problem('nap-server-error', { status }, {}, false), raw }
  if (status === 401 || status === 403) {
    return failed(problem('nap-client-certificate-refused', { reason: `HTTP ${status}` }, {}, false), raw)
  }
  if (status === 429) return failed(problem('nap-busy', { status, seconds: retryAfter }, {}, false), raw)
  return status >= 300 ? failed(problem('nap-request-refused', { status }, {}, false), raw) : undefined
}
