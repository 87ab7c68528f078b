import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { checkTree } from '../../../electron/ivi-xml/check-tree.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import type { SigningSession } from '../../../electron/signature/key.ts'
import { makeThrowAwayKey } from '../../../electron/signature/make-throw-away-key.ts'
import { openFileKey } from '../../../electron/signature/pkcs12/open-file-key.ts'
import { signIvi } from '../../../electron/signature/sign-ivi.ts'
import { leavesOf, type MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import facts from './base-files.json' with { type: 'json' }
import n1Chassis from './bases/n1-chassis.json' with { type: 'json' }
import n1Van from './bases/n1-van.json' with { type: 'json' }
import n2Chassis from './bases/n2-chassis.json' with { type: 'json' }
import n3Chassis4x2 from './bases/n3-chassis-4x2.json' with { type: 'json' }
import n3Chassis6x2 from './bases/n3-chassis-6x2.json' with { type: 'json' }

const templates: Readonly<Record<string, unknown>> = {
  'n1-chassis': n1Chassis,
  'n1-van': n1Van,
  'n2-chassis': n2Chassis,
  'n3-chassis-4x2': n3Chassis4x2,
  'n3-chassis-6x2': n3Chassis6x2,
}

interface BaseFile {
  readonly vin: string
  readonly template: string
  readonly maker: string
  readonly signatureDate: string
  readonly changed?: { readonly from: string; readonly to: string }
}
export const baseFiles: readonly BaseFile[] = facts.files

/**
 * Writes the chassis makers' eCoCs into `folder`, each signed with a key that is thrown away at once. Files that are
 * there stay as they are: signing again would make another file of the same version. Answers all their paths.
 */
export async function writeBases(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const files = baseFiles.map((base) => ({ base, file: join(folder, `eCoC-${base.vin}.xml`) }))
  for (const [id, maker] of Object.entries(facts.makers)) {
    const missing = files.filter(({ base, file }) => base.maker === id && !existsSync(file))
    if (missing.length === 0) continue
    await withThrowAwayKey(maker, async (session) => {
      for (const { base, file } of missing) await writeFile(file, await signedBase(base, session))
    })
  }
  return files.map(({ file }) => file)
}

async function signedBase(base: BaseFile, session: SigningSession): Promise<Uint8Array> {
  const at = new Date(`${base.signatureDate}T08:00:00Z`)
  const signed = await signIvi(buildIviXml(baseTree(base), loadCatalogue()), session, { form: 'xades', at })
  if (!signed.ok) throw new Error(`base ${base.vin} was not signed: ${signed.problem.code}`)
  if (!base.changed) return signed.value.bytes
  const { from, to } = base.changed
  const xml = Buffer.from(signed.value.bytes).toString('utf8')
  if (!xml.includes(from)) throw new Error(`base ${base.vin} has no ${from}`)
  return Buffer.from(xml.replace(from, to))
}

/** The maker's message: the template with what is this vehicle's own. */
export function baseTree(base: BaseFile): MessageTree {
  const catalogue = loadCatalogue()
  const template = checkTree(templates[base.template], catalogue)
  if (!template.ok) throw new Error(`template ${base.template}: ${JSON.stringify(template.problem)}`)
  const leaves = leavesOf(template.value)
  const approval = leaves.get('CocDataGroup/TypeApprovalNumber') ?? ''
  const own: Readonly<Record<string, string>> = {
    'Header/IviReferenceId': randomUUID(),
    'Header/IviVersionNumberXsd': catalogue.release,
    'Header/IviVersionNumber': '1',
    'Header/IviVersionDateTime': `${base.signatureDate}T08:00:00.000+00:00`,
    'Header/DesignatedTypeApprovalCountry': approval.slice(0, approval.indexOf('*')),
    'CocDataGroup/VehicleIdentificationNumber': base.vin,
    'CocDataGroup/SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureDate': base.signatureDate,
  }
  for (const [path, value] of Object.entries(own)) leaves.set(path, value)
  const built = buildTree(leaves, catalogue)
  if (!built.ok) throw new Error(`base ${base.vin}: ${JSON.stringify(built.problem)}`)
  return built.value
}

async function withThrowAwayKey(
  maker: { readonly commonName: string; readonly organisation: string },
  use: (session: SigningSession) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bodymark-maker-'))
  try {
    const passphrase = randomUUID()
    const file = join(folder, 'maker.p12')
    await writeFile(
      file,
      await makeThrowAwayKey({
        ...maker,
        passphrase,
        notBefore: new Date('2026-01-01T00:00:00Z'),
        days: 3650,
      }),
      { mode: 0o600 },
    )
    const opened = await openFileKey({ kind: 'p12', file }, passphrase, new Date('2026-06-01T00:00:00Z'))
    if (!opened.ok) throw new Error(`throw-away key not usable: ${opened.problem.code}`)
    try {
      await use(opened.value)
    } finally {
      await opened.value.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
