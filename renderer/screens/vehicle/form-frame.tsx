import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { itemNumber } from '../../../shared/ivi/facts.ts'
import { fieldLabel } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import { Form, type FormHandle } from './form/form.tsx'
import { FormTools } from './form/form-tools.tsx'
import { narrowed } from './form/narrow.ts'
import { type FormView, useLines } from './form/use-lines.ts'
import { SectionNav } from './section-nav.tsx'
import styles from './vehicle-screen.module.css'

/** Leads the cursor to a place, in whatever view it stands. */
export type GoToField = (path: string) => void

interface Props {
  readonly header: (goToField: GoToField) => ReactNode
  readonly panel: (goToField: GoToField) => ReactNode
  readonly folded: boolean
  readonly onFold: () => void
  readonly view: FormView
  /** Where the cursor is to be at first. */
  readonly path?: string | undefined
}

/** Header above; sections, form and panel side by side. */
export function FormFrame({ header, panel, folded, onFold, view: firstView, path }: Props): ReactNode {
  const { t, language } = useWords()
  const [view, setView] = useState<FormView>(firstView)
  const [search, setSearch] = useState('')
  const [section, setSection] = useState<string>()
  const { lines: viewed, all, actions, goal } = useLines(view)
  const form = useRef<FormHandle>(null)
  const lines = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase()
    if (wanted === '') return viewed
    return narrowed(all, (line) => {
      if (line.kind === 'section') return false
      // A table without rows is found by what it would bring, so that a row can be added.
      const fields = line.kind === 'table' ? line.brings : line.fields
      return fields.some((field) =>
        `${itemNumber(field)} ${fieldLabel(field, language)} ${field}`.toLocaleLowerCase().includes(wanted),
      )
    })
  }, [search, viewed, all, language])

  // A field that the present view leaves out is reached through all fields.
  const [wantedPath, setWantedPath] = useState(path)
  const goToField = useCallback((path: string) => {
    if (form.current?.goTo(path)) return
    setSearch('')
    setView('all')
    setWantedPath(path)
  }, [])
  const goToSection = useCallback((wanted: string) => {
    if (form.current?.goToSection(wanted)) return
    setSearch('')
    setView('all')
    // The lines of the other view are there after the next drawing.
    requestAnimationFrame(() => requestAnimationFrame(() => form.current?.goToSection(wanted)))
  }, [])
  useEffect(() => setWantedPath(path), [path])
  useEffect(() => {
    if (wantedPath === undefined || lines.length === 0) return
    if (form.current?.goTo(wantedPath)) setWantedPath(undefined)
    else if (view !== 'all') setView('all')
    else setWantedPath(undefined)
  }, [wantedPath, lines, view])

  return (
    <div className={styles.screen}>
      {header(goToField)}
      <div className={styles.columns}>
        <SectionNav lines={all} current={section} onSection={goToSection} />
        <div className={styles.middle}>
          <FormTools
            view={view}
            onView={setView}
            search={search}
            onSearch={setSearch}
            shown={countFields(lines)}
            total={countFields(all)}
            folded={folded}
            onFold={onFold}
          />
          <Form ref={form} lines={lines} actions={actions} goal={goal} onSection={setSection} />
          {lines.length === 0 && (
            <p className={styles.nothing}>
              {t(search.trim() === '' ? 'form.nothing-needed' : 'form.nothing-found', {
                search: search.trim(),
              })}
            </p>
          )}
        </div>
        {!folded && panel(goToField)}
      </div>
    </div>
  )
}

function countFields(lines: readonly { readonly kind: string }[]): number {
  return lines.filter(({ kind }) => kind === 'field' || kind === 'record').length
}
