import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { PaperBaseRow, PaperBaseView } from '../../../shared/record/paper-views.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './begin-paper-base.module.css'
import { keepPaperBase } from './keep-paper-base.ts'

interface Props {
  readonly vehicle: number
  readonly size?: 'xs' | 'sm'
}

/** The way to a base whose CoC is on paper; where one of the same version was typed before, that is the start. */
export function BeginPaperBase({ vehicle, size = 'xs' }: Props): ReactNode {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const client = useQueryClient()
  const open = useAction('paper-base/open')
  const begun = useAction('paper-base/of-vehicle')
  const known = useCall('paper-base/list', {}, { enabled: asking })
  const ask = async (): Promise<void> => {
    const result = await begun.run({ vehicle })
    if (result.ok && isGoingOn(result.value)) show(client, result.value)
    else setAsking(true)
  }
  const begin = async (like?: number): Promise<void> => {
    const result = await open.run({ vehicle, ...(like === undefined ? {} : { like }) })
    if (result.ok) show(client, result.value)
  }
  const like = newestOfVersions(known.value ?? [])
  return (
    <>
      <Button
        variant="default"
        size={size}
        leftSection={<IconFileText size={15} aria-hidden />}
        loading={begun.busy}
        onClick={() => void ask()}
      >
        {t('paper-base.begin')}
      </Button>
      {asking && (
        <Dialog
          title={t('paper-base.begin')}
          onClose={() => setAsking(false)}
          size={560}
          footer={
            <Button size="sm" loading={open.busy} onClick={() => void begin()}>
              {t('paper-base.begin-empty')}
            </Button>
          }
        >
          <p>{t('paper-base.begin-text')}</p>
          {open.problem && <ProblemMessage problem={open.problem} />}
          {like.length > 0 && (
            <>
              <h3 className={styles.heading}>{t('paper-base.begin-like')}</h3>
              <ul className={styles.list}>
                {like.map((base) => (
                  <li key={base.id}>
                    <button type="button" className={styles.choice} onClick={() => void begin(base.id)}>
                      <strong>{base.name || base.manufacturer}</strong>
                      <span>{base.version}</span>
                      <span className={styles.vin}>{base.vin}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}

function show(client: QueryClient, base: PaperBaseView): void {
  keepPaperBase(client, base)
  goTo({ screen: 'paper-base', id: base.id })
}

/** Whether somebody typed something: then it is gone on with, and nothing is asked. */
function isGoingOn({ sources }: PaperBaseView): boolean {
  return Object.values(sources).some(({ kind }) => kind === 'typed')
}

/** One of each version: what it shares is the same in all of them. */
function newestOfVersions(bases: readonly PaperBaseRow[]): readonly PaperBaseRow[] {
  const versions = bases.map(({ manufacturer, name, version }) => [manufacturer, name, version].join('\n'))
  return bases.filter((_, at) => versions.indexOf(versions[at] ?? '') === at)
}

/** Back to what was typed; a change counts once it is used again. */
export function ChangePaperBase({ vehicle }: Pick<Props, 'vehicle'>): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const open = useAction('paper-base/open')
  const change = async (): Promise<void> => {
    const result = await open.run({ vehicle })
    if (result.ok) show(client, result.value)
  }
  return (
    <Button variant="default" size="compact-xs" mt={6} loading={open.busy} onClick={() => void change()}>
      {t('paper-base.change')}
    </Button>
  )
}
