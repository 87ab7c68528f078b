import { Button } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { PaperScan } from '../../../../shared/paper/scan.ts'
import type { Suggestion } from '../../../../shared/paper/suggest.ts'
import { useWords, type Words } from '../../../language/words.ts'
import { DropZone } from '../../../parts/drop-zone.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import styles from './scan.module.css'
import { ScanFiles, scanEndings } from './scan-files.tsx'
import { ScanViewer } from './scan-viewer.tsx'
import type { Attaching } from './use-attach.ts'

interface Props {
  readonly scans: readonly PaperScan[]
  readonly shown: PaperScan | undefined
  readonly page: number
  readonly onShow: (scan: PaperScan, page: number) => void
  readonly attaching: Attaching
  readonly suggestion: Suggestion | undefined
  /** The VIN that the shown scan states, where it is another vehicle's. */
  readonly otherVin: string | undefined
}

/** The paper beside the form: its scans page by page, or the place where they are brought. */
export function ScanPanel({ scans, shown, page, onShow, attaching, suggestion, otherVin }: Props): ReactNode {
  const { t } = useWords()
  const { problems, busy, forget } = attaching
  const mark = suggestion && suggestion.sha256 === shown?.sha256 ? suggestion : undefined
  return (
    <>
      {problems.length > 0 && (
        <div className={`${styles.message} ${styles.problems}`}>
          {problems.map((problem, at) => (
            <ProblemMessage key={`${problem.code} ${problem.args?.file}`} problem={problem}>
              {at === problems.length - 1 && (
                <Button size="compact-sm" variant="default" onClick={forget}>
                  {t('close')}
                </Button>
              )}
            </ProblemMessage>
          ))}
        </div>
      )}
      {shown ? (
        <ScanViewer
          scan={shown}
          page={page}
          onPage={(wanted) => onShow(shown, wanted)}
          mark={mark}
          files={
            <ScanFiles scans={scans} shown={shown} onShow={(scan) => onShow(scan, 1)} attaching={attaching} />
          }
        />
      ) : (
        <div className={styles.message}>
          <DropZone
            heading={t(busy ? 'scan.reading' : 'scan.drop')}
            text={t('scan.drop-text')}
            accept={scanEndings}
            multiple
            onFiles={(files) => void attaching.attach(files)}
          />
        </div>
      )}
      {otherVin !== undefined && (
        <p className={styles.note} data-doubt role="status">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
          <span>{t('scan.other-vin', { vin: otherVin })}</span>
        </p>
      )}
      <p className={styles.note}>
        <IconInfoCircle size={15} stroke={1.8} aria-hidden />
        <span>{note(shown, t)}</span>
      </p>
    </>
  )
}

/** What counts of a value that is typed beside this scan. */
function note(shown: PaperScan | undefined, t: Words): string {
  if (shown?.vin !== undefined) return t('scan.of-vehicle-note', { vin: shown.vin })
  if (shown?.replaced) return t('scan.replaced-note')
  return t(shown && !shown.hasText ? 'scan.picture-note' : 'scan.note')
}
