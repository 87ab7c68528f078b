import { z } from 'zod'

/**
 * What the product knows of a national access point, as data (`schemas/naps/<id>.json`). Where it is reached and as
 * whom stands apart, in the workspace.
 */

const xmlName = z.string().regex(/^[A-Za-z_][\w.-]*$/)
const milliseconds = z.number().int().positive()
const xpath = z.string().min(1).max(500)

/** A child of the operation's element (no `element`: its content). `namespace` absent: the operation's; empty: none. */
export const part = z
  .discriminatedUnion('holds', [
    z.object({ holds: z.literal('reference') }).strict(),
    z.object({ holds: z.literal('constant'), value: z.string().max(500) }).strict(),
    z.object({ holds: z.literal('document'), as: z.enum(['base64', 'embedded', 'cdata']) }).strict(),
  ])
  .and(z.object({ element: xmlName.optional(), namespace: z.string().max(500).optional() }))

export const operation = z
  .object({
    namespace: z.string().min(1).max(500),
    element: xmlName,
    /** SOAPAction of SOAP 1.1, parameter `action` of SOAP 1.2; may be empty. */
    action: z.string().max(500),
    parts: z.array(part).min(1),
    /** XPath from the document to the one element of the answer; `soap` is bound to the envelope's namespace. */
    answer: xpath,
  })
  .strict()

/** XPaths from the operation's answer element. */
const answer = z
  .object({
    namespaces: z.record(xmlName, z.string().min(1)),
    reference: xpath,
    outcome: z
      .object({
        at: xpath,
        accepted: z.array(z.string()).min(1),
        rejected: z.array(z.string()).min(1),
        /** Words by which a status query says that it never got this reference. */
        notReceived: z.array(z.string()).default([]),
      })
      .strict(),
    receipt: xpath,
    receivedAt: xpath.optional(),
    reasons: z
      .object({
        at: xpath,
        code: xpath.optional(),
        text: xpath,
        field: xpath.optional(),
        /** For an authority that names rules and no fields: its code → our path. */
        fieldsByCode: z.record(z.string(), z.string()).default({}),
      })
      .strict(),
  })
  .strict()

/** `failed`: surely not processed. `lost`: may have been. `rejected`: its text is the authority's reason. */
const faultMeaning = z.enum(['failed', 'lost', 'rejected'])

const soapMtls = z
  .object({
    transport: z.literal('soap-mtls'),
    soapVersion: z.enum(['1.1', '1.2']),
    submit: operation,
    status: operation.optional(),
    answer,
    /** Who is at fault by the SOAP code: sender (1.1: Client) or receiver (1.1: Server). */
    fault: z.object({ sender: faultMeaning, receiver: faultMeaning }).strict(),
  })
  .strict()

const certainty = z.enum(['high', 'medium', 'low', 'unknown'])
/** The facts of a profile that must say where they come from. */
const factNames = [
  'transport',
  'signatureForm',
  'repeatSafe',
  'envelope',
  'answer',
  'fault',
  'timing',
] as const

const common = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(150),
  /** Distinguishing sign of the country; `EU` for a template, `XX` for the training tool. */
  country: z.string().min(1).max(3),
  /** `template`: to be completed with an authority's own papers before it is used for real. */
  kind: z.enum(['authority', 'template', 'training']),
  validFrom: z.iso.date(),
  signatureForm: z.enum(['xades', 'xmldsig']),
  /** Whether the same bytes under the same reference may go out again without making a second vehicle. */
  repeatSafe: z.boolean(),
  limits: z
    .object({
      connectMs: milliseconds,
      headersMs: milliseconds,
      bodyMs: milliseconds,
      totalMs: milliseconds,
      maxAnswerBytes: z.number().int().positive().max(50_000_000),
    })
    .strict(),
  retry: z
    .object({
      firstMs: milliseconds,
      factor: z.number().min(1).max(10),
      maxMs: milliseconds,
      maxAttempts: z.number().int().positive().max(1000),
      /** Share of a delay that chance may take away, so that many senders do not come back at once. */
      jitter: z.number().min(0).max(1),
    })
    .strict(),
  facts: z.record(z.enum(factNames), z.object({ certainty, source: z.string().min(1).max(500) }).strict()),
})

export const napProfileSchema = z.discriminatedUnion('transport', [soapMtls.extend(common.shape).strict()])
