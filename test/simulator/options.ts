import { z } from 'zod'

/** A stage that the register of this authority already knows. */
const earlierStage = z
  .object({
    vin: z.string(),
    approval: z.string(),
    type: z.string().default(''),
    variant: z.string().default(''),
    version: z.string().default(''),
  })
  .strict()

/** What the authority knows and how it speaks; all of it is public, so it may stand in a plain file. */
export const simulatorOptions = z
  .object({
    /** Approvals with their extension, such as `e4*2018/858*00123*01`. */
    knownApprovals: z.array(z.string()).default([]),
    /** Certificates that may sign: PEM, or SHA-256 of the DER in hex. */
    trustedSigners: z.array(z.string()).default([]),
    /** Absent: earlier stages are not looked up. Given: a later stage needs its predecessor in here. */
    earlierStages: z.array(earlierStage).optional(),
    soapVersion: z.enum(['1.1', '1.2']).default('1.2'),
    document: z.enum(['base64', 'embedded', 'cdata']).default('base64'),
  })
  .strict()

export type SimulatorOptions = z.infer<typeof simulatorOptions>
export type SimulatorWish = z.input<typeof simulatorOptions>
export type EarlierStage = z.infer<typeof earlierStage>

/** The service as this authority would publish it. */
export const service = {
  namespace: 'urn:bodymark:training-nap:1',
  submit: 'SubmitVehicleInformation',
  ask: 'AskStatus',
  ivi: 'http://eu.ereg.initialvehicleinformation.v2',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  soap: {
    '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
    '1.2': 'http://www.w3.org/2003/05/soap-envelope',
  },
  maxRequestBytes: 10_000_000,
} as const

export const banner =
  'TRAINING TOOL. This is the Bodymark simulator, not an authority: nothing that it accepts is registered anywhere.'
