import type { VersionView } from '../../../shared/compare/version-view.ts'
import { isOpen } from '../../../shared/record/status.ts'
import type { VehicleDetail } from '../../../shared/record/views.ts'

/** The versions that a vehicle's number of its version tells. */
export function versionsOf({ row, reference, attempts }: VehicleDetail): readonly VersionView[] {
  return Array.from({ length: row.version }, (_, at): VersionView => {
    const isLast = at === row.version - 1
    const status = isLast ? row.status : 'rejected'
    return {
      certificate: at + 1,
      version: at + 1,
      status,
      reference,
      release: '2.0',
      reason: at === 0 ? '' : 'extension 04 of the approval',
      openedAt: row.updatedAt,
      openedBy: 'Jana Marbach',
      ...(isOpen(status)
        ? {}
        : { dateTime: row.updatedAt, signedAt: row.updatedAt, signer: 'CN=Seal', sha256: '0'.repeat(64) }),
      attempts: isLast ? attempts : [],
      ...(at === 0 ? {} : { changed: 2 }),
    }
  })
}
