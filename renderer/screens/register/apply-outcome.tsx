import { Button, TextInput } from '@mantine/core'
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import type { BatchItem, VariantView } from '../../../shared/record/views.ts'
import { routeAddress } from '../../data/route.ts'
import { useAction } from '../../data/use-action.ts'
import { asSentence, problemWords, useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './apply-outcome.module.css'

interface Props {
  readonly variants: readonly VariantView[]
  readonly variantId: string
  readonly items: readonly BatchItem[]
  readonly onClose: () => void
}

interface Cells {
  readonly body: string
  readonly options: string
}

/**
 * What became of a body on many vehicles: those that went in a sentence, the exceptions as a table whose cells take
 * another body and options, also pasted from a spreadsheet, to be applied again.
 */
export function ApplyOutcome({ variants, variantId, items: first, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const [items, setItems] = useState(first)
  const [onlyFailed, setOnlyFailed] = useState(first.some(({ ok }) => !ok))
  const [cells, setCells] = useState<Readonly<Record<number, Cells>>>({})
  const apply = useAction('vehicle/apply-variant')
  const failed = items.filter(({ ok }) => !ok)
  const shown = onlyFailed ? failed : items
  const cellOf = (id: number): Cells => cells[id] ?? { body: variantId, options: '' }
  const changed = failed.filter(({ id }) => id !== undefined && cells[id] !== undefined)
  const paste = (event: ClipboardEvent, at: number, column: keyof Cells): void => {
    const rows = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
    if (rows.length === 1 && !rows[0]?.includes('\t')) return
    event.preventDefault()
    const next = { ...cells }
    for (const [below, row] of rows.entries()) {
      const item = failed[at + below]
      if (item?.id === undefined) continue
      const [left = '', right] = row.split('\t')
      const said =
        column === 'body'
          ? { body: left.trim(), ...(right === undefined ? {} : { options: right.trim() }) }
          : { options: left.trim() }
      next[item.id] = { ...(next[item.id] ?? cellOf(item.id)), ...said }
    }
    setCells(next)
  }
  const again = async (): Promise<void> => {
    const groups = Map.groupBy(changed, ({ id = 0 }) => JSON.stringify(cellOf(id)))
    const news = new Map<number | undefined, BatchItem>()
    for (const [key, group] of groups) {
      const { body, options } = JSON.parse(key) as Cells
      const result = await apply.run({
        ids: group.flatMap(({ id }) => id ?? []),
        variantId: body,
        options: options.split(/[;,\s]+/).filter(Boolean),
      })
      if (!result.ok) return
      for (const item of result.value) news.set(item.id, item)
    }
    setItems(items.map((item) => news.get(item.id) ?? item))
    setCells({})
  }
  return (
    <Dialog
      title={variants.find(({ id }) => id === variantId)?.name ?? variantId}
      onClose={onClose}
      size={900}
      footer={
        <>
          <Button variant={failed.length > 0 ? 'default' : 'filled'} onClick={onClose}>
            {t('close')}
          </Button>
          {failed.length > 0 && (
            <Button disabled={changed.length === 0} loading={apply.busy} onClick={() => void again()}>
              {t('body.again', { count: changed.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.top}>
        <p role="status">{t('batch.summary', { done: items.length - failed.length, total: items.length })}</p>
        {failed.length > 0 && (
          <label className={styles.filter}>
            <input
              type="checkbox"
              checked={onlyFailed}
              onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
            />
            {t('body.only-exceptions', { count: failed.length })}
          </label>
        )}
      </div>
      {apply.problem && <ProblemMessage problem={apply.problem} compact />}
      {failed.length > 0 && (
        <p className={styles.note}>{t('body.fix-note', { ids: variants.map(({ id }) => id).join(', ') })}</p>
      )}
      {shown.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('body.results')}>
            <thead>
              <tr>
                <th>{t('register.columns.vin')}</th>
                <th>{t('body.result')}</th>
                <th>{t('body.body')}</th>
                <th>{t('variants.options')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, 500).map((item) => {
                const words = item.problem && problemWords(language, item.problem)
                const at = failed.indexOf(item)
                const { id } = item
                return (
                  <tr key={item.id ?? item.vin}>
                    <td className={styles.vin}>
                      {id === undefined ? (
                        item.vin
                      ) : (
                        <a href={routeAddress({ screen: 'vehicle', id })}>{item.vin}</a>
                      )}
                    </td>
                    <td>
                      {words ? (
                        <>
                          <strong>{asSentence(words.heading)}</strong> {words.explanation}
                        </>
                      ) : (
                        t('body.applied')
                      )}
                    </td>
                    {(['body', 'options'] as const).map((column) => (
                      <td key={column} className={styles.cell}>
                        {at >= 0 && id !== undefined && (
                          <TextInput
                            size="xs"
                            aria-label={`${t(column === 'body' ? 'body.body' : 'variants.options')} ${item.vin}`}
                            value={cellOf(id)[column]}
                            onPaste={(event) => paste(event, at, column)}
                            onChange={(event) =>
                              setCells({
                                ...cells,
                                [id]: { ...cellOf(id), [column]: event.currentTarget.value },
                              })
                            }
                          />
                        )}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}
