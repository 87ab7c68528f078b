import { problem } from '../../../shared/problem.ts'
import type { KeyView, WorkspaceView } from '../../../shared/record/views.ts'

const jana = { id: 1, name: 'Jana Keller', roles: ['office', 'homologation'], hasPin: true } as const
const piotr = { id: 2, name: 'Piotr Lindqvist', roles: ['signer'], hasPin: true } as const

export const workspace: WorkspaceView = {
  path: '/home/jana/Bodymark',
  company: 'Marbach Fahrzeugbau GmbH',
  country: 'DE',
  people: [jana, piotr],
  acting: jana,
  language: 'en',
  demo: false,
  waiting: { register: 3, sign: 2, outbox: 5 },
  variants: [
    {
      id: 'tip3-3450',
      version: 4,
      name: 'Tipper TIP3-3450',
      approval: 'e24*2018/858*00990*04',
      categories: ['N1'],
      options: [],
    },
    {
      id: 'pl3-a580',
      version: 3,
      name: 'Platform PL3 with crane',
      approval: 'e24*2018/858*00990*04',
      categories: ['N3'],
      options: [],
    },
    {
      id: 'semi-o4',
      version: 1,
      name: 'Semi-trailer SZ24',
      approval: 'e24*2018/858*00871*00',
      categories: ['O4'],
      options: [],
    },
  ],
  naps: [
    {
      id: 'KBA',
      name: 'National access point Germany (simulator)',
      country: 'DE',
      endpoint: 'https://127.0.0.1:8443/ivi',
      unlocked: false,
    },
  ],
  profiles: [
    { id: 'demo-orders', name: 'Order list of the office' },
    { id: 'scale', name: 'Weighbridge export' },
  ],
}

const key: KeyView = {
  spec: 'pkcs11:/usr/lib/softhsm/libsofthsm2.so;slot=0;label=seal',
  kind: 'pkcs11',
  reader: 'Reader 0',
  token: 'Marbach seal card',
  subject: 'Marbach Fahrzeugbau GmbH, Seal 2026',
  issuer: 'Training Trust CA 3',
  notBefore: '2026-01-10T00:00:00Z',
  notAfter: '2028-01-10T00:00:00Z',
  algorithm: 'RSA 3072, SHA-256',
  purpose: 'seal',
  pinPad: false,
  pinState: 'ok',
  unfit: [],
}

export const keys: readonly KeyView[] = [
  key,
  {
    ...key,
    spec: 'p12:/home/jana/keys/old-signature.p12',
    kind: 'p12',
    reader: '',
    token: 'old-signature.p12',
    subject: 'Piotr Lindqvist',
    notAfter: '2025-12-31T00:00:00Z',
    purpose: 'signature',
    pinState: 'unknown',
    unfit: [problem('certificate-expired', { notAfter: '2025-12-31' })],
  },
]
