import type { Problem } from '../../shared/problem.ts'
import type { AttemptView, NapReason } from '../../shared/record/views.ts'
import type { Db } from './db.ts'

/** What goes to a NAP: the signed bytes by their hash, under one reference. */
export interface Submission {
  readonly id: number
  readonly certificateId: number
  readonly nap: string
  readonly reference: string
  readonly sha256: string
}

export function addSubmission(db: Db, input: Omit<Submission, 'id'>, at: string): number {
  return db.run(
    db.query.insertInto('submission').values({
      certificate_id: input.certificateId,
      nap: input.nap,
      reference: input.reference,
      sha256: input.sha256,
      created_at: at,
    }),
  ).id
}

export function submissionOf(db: Db, certificateId: number): Submission | undefined {
  const row = db.first(
    db.query
      .selectFrom('submission')
      .selectAll()
      .where('certificate_id', '=', certificateId)
      .orderBy('id', 'desc')
      .limit(1),
  )
  return (
    row && {
      id: row.id,
      certificateId: row.certificate_id,
      nap: row.nap,
      reference: row.reference,
      sha256: row.sha256,
    }
  )
}

/**
 * Written before the request leaves, so that a crash cannot hide that it left. Numbered through all submissions of the
 * certificate: a re-delivery's answer is another than the first one's.
 */
export function beginAttempt(
  db: Db,
  submissionId: number,
  at: string,
): { readonly id: number; readonly number: number } {
  const last = db.first(
    db.query
      .selectFrom('attempt')
      .innerJoin('submission', 'submission.id', 'attempt.submission_id')
      .select(({ fn }) => fn.max('attempt.number').as('number'))
      .where('submission.certificate_id', '=', ({ selectFrom }) =>
        selectFrom('submission').select('certificate_id').where('id', '=', submissionId),
      ),
  )
  const number = (last?.number ?? 0) + 1
  const { id } = db.run(
    db.query.insertInto('attempt').values({
      submission_id: submissionId,
      number,
      started_at: at,
      ended_at: null,
      outcome: 'pending',
      receipt: null,
      reasons: '[]',
      problem: null,
      answer_sha256: null,
    }),
  )
  return { id, number }
}

export interface AttemptEnd {
  readonly outcome: Exclude<AttemptView['outcome'], 'pending'>
  readonly receipt?: string | undefined
  readonly reasons?: readonly NapReason[] | undefined
  readonly problem?: Problem | undefined
  readonly answerSha256?: string | undefined
}

export function endAttempt(db: Db, attemptId: number, end: AttemptEnd, at: string): void {
  db.run(
    db.query
      .updateTable('attempt')
      .set({
        ended_at: at,
        outcome: end.outcome,
        receipt: end.receipt ?? null,
        reasons: JSON.stringify(end.reasons ?? []),
        problem: end.problem ? JSON.stringify(end.problem) : null,
        answer_sha256: end.answerSha256 ?? null,
      })
      .where('id', '=', attemptId),
  )
}

export interface Attempt extends AttemptView {
  readonly submissionId: number
  readonly answerSha256: string | undefined
}

/** All attempts for a certificate, the first one first. */
export function attemptsOf(db: Db, certificateId: number): readonly Attempt[] {
  const rows = db.all(
    db.query
      .selectFrom('attempt')
      .innerJoin('submission', 'submission.id', 'attempt.submission_id')
      .selectAll('attempt')
      .select('submission.nap')
      .where('submission.certificate_id', '=', certificateId)
      .orderBy('attempt.id'),
  )
  return rows.map((row) => ({
    id: row.id,
    submissionId: row.submission_id,
    nap: row.nap,
    number: row.number,
    startedAt: row.started_at,
    ...(row.ended_at ? { endedAt: row.ended_at } : {}),
    outcome: row.outcome as AttemptView['outcome'],
    ...(row.receipt ? { receipt: row.receipt } : {}),
    reasons: JSON.parse(row.reasons) as NapReason[],
    ...(row.problem ? { problem: JSON.parse(row.problem) as Problem } : {}),
    answerSha256: row.answer_sha256 ?? undefined,
  }))
}

/** Attempts whose request may have left when the process died. */
export function findInterruptedAttempts(
  db: Db,
): readonly { readonly id: number; readonly certificateId: number }[] {
  return db
    .all(
      db.query
        .selectFrom('attempt')
        .innerJoin('submission', 'submission.id', 'attempt.submission_id')
        .select(['attempt.id', 'submission.certificate_id'])
        .where('attempt.outcome', '=', 'pending'),
    )
    .map((row) => ({ id: row.id, certificateId: row.certificate_id }))
}

/** The latest answers whose bytes are kept, with what names them. */
export function latestAnswers(
  db: Db,
  limit: number,
): readonly {
  readonly sha256: string
  readonly vin: string
  readonly version: number
  readonly reference: string
  readonly attempt: number
  readonly outcome: string
}[] {
  const rows = db.all(
    db.query
      .selectFrom('attempt')
      .innerJoin('submission', 'submission.id', 'attempt.submission_id')
      .innerJoin('certificate', 'certificate.id', 'submission.certificate_id')
      .innerJoin('vehicle', 'vehicle.id', 'certificate.vehicle_id')
      .select([
        'attempt.answer_sha256 as sha256',
        'vehicle.vin',
        'certificate.version',
        'certificate.reference',
        'attempt.number as attempt',
        'attempt.outcome',
      ])
      .where('attempt.answer_sha256', 'is not', null)
      .orderBy('attempt.id', 'desc')
      .limit(limit),
  )
  return rows.map((row) => ({ ...row, sha256: row.sha256 ?? '' }))
}
