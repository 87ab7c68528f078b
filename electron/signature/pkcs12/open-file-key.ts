import { type KeyObject, sign } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import table from '../../../schemas/signature/pkcs12-algorithms.json' with { type: 'json' }
import { problem } from '../../../shared/problem.ts'
import type { KeyView } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Certificate } from '../certificate.ts'
import { unfitness } from '../fitness.ts'
import { issuersOf } from '../issuers.ts'
import type { FileKeySpec, SigningSession } from '../key.ts'
import { type KeyPlace, viewOf, viewWithoutCertificate } from '../key-view.ts'
import { verifyDetached } from '../verify-detached.ts'
import { type Pkcs12Content, readPkcs12 } from './read-pkcs12.ts'

/**
 * Unlocks a key file. Codes: `p12-not-found`, `p12-unreadable`, those of {@link readPkcs12}, `p12-without-key`,
 * `p12-several-keys`, and those of an unfit certificate.
 */
export async function openFileKey(
  spec: FileKeySpec,
  password: string,
  at: Date,
): Promise<Result<SigningSession>> {
  const bytes = await readKeyFile(spec.file)
  if (!bytes.ok) return bytes
  const read = await readPkcs12(bytes.value, password)
  if (!read.ok) return fail({ ...read.problem, where: { file: spec.file } })
  const chosen = chooseKey(read.value, spec.file, at)
  if (!chosen.ok) return chosen
  const { certificate } = chosen.value
  const view = viewOf(certificate, placeOf(spec), at)
  const [unfit] = view.unfit
  if (unfit) return fail(unfit)
  let key: KeyObject | undefined = chosen.value.key
  return ok({
    view,
    certificateDer: certificate.der,
    chainDer: issuersOf(certificate, read.value.certificates).map((issuer) => issuer.der),
    sign: async (octets) => {
      if (!key) return fail(problem('key-closed'))
      const signature = await signWith(key, octets)
      // The key was matched with its certificate; this guards against a faulty computation, which would give it away.
      if (!verifyDetached(octets, signature, certificate.der)) {
        return fail(problem('key-signature-wrong', { subject: certificate.subject }))
      }
      return ok(signature)
    },
    close: async () => {
      key = undefined
    },
  })
}

/** What a key file shows before its password is known: nothing but whether it is one. */
export async function describeFileKey(spec: FileKeySpec): Promise<KeyView> {
  const bytes = await readKeyFile(spec.file)
  if (!bytes.ok) return viewWithoutCertificate(placeOf(spec), [bytes.problem])
  // No password opens it, so a wrong password is the good answer.
  const read = await readPkcs12(bytes.value, '')
  const unfit = read.ok || read.problem.code === 'p12-wrong-password' ? [] : [read.problem]
  return viewWithoutCertificate(placeOf(spec), unfit)
}

function placeOf({ file }: FileKeySpec): KeyPlace {
  return {
    spec: `p12:${file}`,
    kind: 'p12',
    reader: '',
    token: basename(file),
    pinPad: false,
    pinState: 'unknown',
  }
}

async function readKeyFile(file: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(file)
    if (size > table.limits.fileBytes) return fail(problem('p12-not-a-key-file', {}, { file }))
    return ok(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fail(problem(code === 'ENOENT' ? 'p12-not-found' : 'p12-unreadable', { file, code }, { file }))
  }
}

interface KeyPair {
  readonly key: KeyObject
  readonly certificate: Certificate
}

function chooseKey(content: Pkcs12Content, file: string, at: Date): Result<KeyPair> {
  const pairs = content.keys.flatMap((key) => {
    const certificate = content.certificates.find((candidate) => candidate.x509.checkPrivateKey(key))
    return certificate ? [{ key, certificate }] : []
  })
  const fit = pairs.filter(({ certificate }) => unfitness(certificate, at).length === 0)
  // An expired predecessor in the same file does not stand in the way; without a fit key the first tells why.
  const [chosen, ...more] = fit.length > 0 ? fit : pairs.slice(0, 1)
  if (!chosen) return fail(problem('p12-without-key', { file }, { file }))
  if (more.length > 0) return fail(problem('p12-several-keys', { file, count: fit.length }, { file }))
  return ok(chosen)
}

function signWith(key: KeyObject, octets: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign('RSA-SHA256', octets, key, (error, signature) => (error ? reject(error) : resolve(signature)))
  })
}
