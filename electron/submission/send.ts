import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import { buildStatusQuery, buildSubmission, type SoapRequest } from './build-envelope.ts'
import { failed, type NapAnswer } from './nap-answer.ts'
import { post } from './post.ts'
import type { NapEndpoint, NapProfile } from './profile.ts'
import { type Asked, readAnswer } from './read-answer.ts'

export type { NapAnswer } from './nap-answer.ts'

/**
 * Sends signed bytes to a NAP, once. A repeat is the caller's decision: the same bytes under the same reference.
 * Nothing of it carries a secret, the problems neither. `catalogue` is the message's release, for the fields that are
 * named in the answer.
 */
export async function sendToNap(
  profile: NapProfile,
  endpoint: NapEndpoint,
  signed: Uint8Array,
  reference: string,
  catalogue?: Catalogue,
): Promise<NapAnswer> {
  const request = buildSubmission(profile, signed, reference)
  if (!request.ok) return failed(request.problem)
  return call(profile, endpoint, request.value, profile.submit.answer, { reference, catalogue })
}

/**
 * Asks what became of a reference. `failed` with `nap-never-received` is the NAP's word that it has nothing: then
 * the same bytes may go out again whatever the profile says of repeating.
 */
export async function askNap(
  profile: NapProfile,
  endpoint: NapEndpoint,
  reference: string,
  catalogue?: Catalogue,
): Promise<NapAnswer> {
  const request = buildStatusQuery(profile, reference)
  if (!request || !profile.status) return failed(problem('nap-cannot-be-asked', { nap: profile.name }))
  return call(profile, endpoint, request, profile.status.answer, { reference, catalogue })
}

async function call(
  profile: NapProfile,
  endpoint: NapEndpoint,
  request: SoapRequest,
  answerPath: string,
  asked: Asked,
): Promise<NapAnswer> {
  const http = await post(endpoint, profile.limits, request)
  if (http.kind === 'answer') return readAnswer(profile, answerPath, asked, http)
  return http.kind === 'failed' ? failed(http.problem) : { kind: 'lost', problem: http.problem }
}
