import type { OutboxSection } from '../../shared/record/views.ts'
import type { Db } from './db.ts'

/** Each access point that something was signed for, with how much waits there; those without one come first. */
export function outboxSections(db: Db): readonly OutboxSection[] {
  return db.allSql<OutboxSection>(
    `SELECT nap, count(*) AS total, count(*) FILTER (WHERE status IN ('signed', 'queued')) AS waiting,
       count(*) FILTER (WHERE status = 'sent') AS sent
     FROM vehicle WHERE status NOT IN ('draft', 'checked', 'withdrawn') GROUP BY nap ORDER BY nap`,
  )
}
