import type { Generated } from 'kysely'

/** The register's tables as Kysely types them. JSON columns are text; times are ISO 8601 in UTC. */
export interface Tables {
  setting: { key: string; value: string }
  person: { id: Generated<number>; name: string; roles: string; pin_hash: string | null }
  /** Body variants, mapping profiles and NAP endpoints: data of this company, by kind, id and version. */
  definition: { kind: DefinitionKind; id: string; version: number; body: string; added_at: string }
  source_file: {
    id: Generated<number>
    profile: string
    path: string
    sheet: string
    header_row: number
    sha256: string
    imported_at: string
  }
  /** Rows that made no vehicle: their source is told why. `vin` is the cell's text. */
  refused_row: { source_file: number; row: number; vin: string; problem: string }
  vehicle: {
    id: Generated<number>
    /** The mapping profile that the record came through; with the VIN its key. */
    source: string
    vin: string
    order_number: string
    category: string
    variant_id: string
    /** Ids of the variant's options that it has, as a JSON array. */
    options: Generated<string>
    /** Masses of this one vehicle beside those of its body, as a JSON array. */
    masses: Generated<string>
    nap: string
    source_file: number | null
    source_row: number | null
    fingerprint: string
    /** Cells of the row that could not be read, as problems. */
    unread: string
    created_at: string
    updated_at: string
    // The summary below is what the list shows; `assess` renews it, 0 in `assessed` says that it is stale.
    assessed: number
    status: string
    version: number
    base: string
    base_name: string
    variant_name: string
    errors: number
    warnings: number
    infos: number
    open_drift: number
    why: string | null
    /** Our approval with its extension, as the draft names it. */
    approval: Generated<string>
    /** What the approval folder says; empty where nothing is to be issued any more. */
    may_issue: Generated<string>
    lapses_on: Generated<string | null>
    lapse: Generated<string | null>
    judged_on: Generated<string>
  }
  certificate: {
    id: Generated<number>
    vehicle_id: number
    version: number
    status: string
    reference: string
    release: string
    /** What file, weighing and people said; base, company and variant are laid under it when it is composed. */
    layers: string
    reason: string
    created_at: string
    updated_at: string
  }
  earlier_stage: {
    id: Generated<number>
    vin: string
    stage_number: number
    stage_of_completion: string
    ivi_version: number
    manufacturer: string
    name: string
    approval: string
    file: string
    sha256: string
    schema_valid: number
    signature: string
    tree: string
    added_at: string
    /** 1 where a newer version of the same stage took its place. */
    replaced: number
  }
  /** Bytes that are evidence: base files, signed certificates, answers. Never changed. */
  document: { sha256: string; bytes: Uint8Array; kind: string; added_at: string }
  signed_document: {
    certificate_id: number
    sha256: string
    signed_at: string
    signer: string
    signer_sha256: string
    form: string
    sources: Uint8Array
  }
  /** Under which approval a certificate was signed, for the counters of small series. */
  issued: { certificate_id: number; vehicle_id: number; approval: string; year: number }
  sign_off: {
    id: Generated<number>
    certificate_id: number
    path: string
    value: string
    person: string
    reason: string
    at: string
    voided_at: string | null
  }
  submission: {
    id: Generated<number>
    certificate_id: number
    nap: string
    reference: string
    sha256: string
    created_at: string
  }
  attempt: {
    id: Generated<number>
    submission_id: number
    number: number
    started_at: string
    ended_at: string | null
    outcome: string
    receipt: string | null
    reasons: string
    problem: string | null
    answer_sha256: string | null
  }
  audit_entry: {
    seq: Generated<number>
    at: string
    person: string
    action: string
    vin: string
    args: string
    previous: string
    hash: string
  }
  audit_anchor: { seq: number; hash: string; at: string; signature: Uint8Array; certificate: Uint8Array }
}

export type DefinitionKind = 'variant' | 'profile' | 'nap' | 'approval' | 'policy' | 'release'
