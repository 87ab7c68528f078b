import type { KeyView } from '../../shared/record/views.ts'
import type { Certificate } from './certificate.ts'
import { unfitness } from './fitness.ts'

/** Where a key lies, beside what its certificate says. */
export type KeyPlace = Pick<KeyView, 'spec' | 'kind' | 'reader' | 'token' | 'pinPad' | 'pinState'>

export function viewOf(certificate: Certificate, place: KeyPlace, at: Date): KeyView {
  const { subject, issuer, notBefore, notAfter, algorithm, purpose } = certificate
  return {
    ...place,
    subject,
    issuer,
    notBefore,
    notAfter,
    algorithm,
    purpose,
    unfit: unfitness(certificate, at),
  }
}

/** A key file before its password, or a token without certificate: nothing is known of the certificate. */
export function viewWithoutCertificate(place: KeyPlace, unfit: KeyView['unfit']): KeyView {
  return {
    ...place,
    subject: '',
    issuer: '',
    notBefore: '',
    notAfter: '',
    algorithm: '',
    purpose: 'unknown',
    unfit,
  }
}
