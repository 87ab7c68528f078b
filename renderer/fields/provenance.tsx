import {
  IconBuilding,
  IconFileSpreadsheet,
  IconGauge,
  IconKeyboard,
  IconMathFunction,
  IconScale,
  IconStack2,
  IconTemplate,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { assertNever } from '../../shared/assert-never.ts'
import type { Language } from '../../shared/messages.ts'
import type { PaperPlace } from '../../shared/paper/scan.ts'
import type { Origin, Source } from '../../shared/record/layers.ts'
import { showDay, showInstant } from '../language/date-text.ts'
import type { Words } from '../language/words.ts'
import styles from './provenance.module.css'

type Icon = ComponentType<{ size?: number; stroke?: number; className?: string; 'aria-hidden'?: boolean }>

const icons: Readonly<Record<Origin, Icon>> = {
  base: IconStack2,
  company: IconBuilding,
  computed: IconMathFunction,
  variant: IconTemplate,
  file: IconFileSpreadsheet,
  measured: IconScale,
  result: IconGauge,
  typed: IconKeyboard,
}

/** Where a value came from, as a shape; its words come on hover and stand below the form on focus. */
export function ProvenanceIcon({ source }: { readonly source: Source }): ReactNode {
  const SourceIcon = icons[source.kind]
  return <SourceIcon size={14} stroke={1.7} className={styles.icon ?? ''} aria-hidden />
}

/** Where a value came from, exactly enough to find it again. */
export function sourceText(source: Source, t: Words, language: Language): string {
  switch (source.kind) {
    case 'base':
      return withPage(t('source.base', { stage: source.stage }), source.paper, t)
    case 'company':
      return t('source.company')
    case 'computed':
      return t('source.computed')
    case 'variant':
      return [t('source.variant', { id: source.id, version: source.version }), source.option]
        .filter(Boolean)
        .join(' · ')
    case 'file':
      return [source.file, source.sheet, t('source.cell', { cell: source.cell })].filter(Boolean).join(' · ')
    case 'measured':
      return [
        t('source.measured', { slip: source.slip }),
        source.day && showDay(source.day, language),
        source.cell && t('source.cell', { cell: source.cell }),
      ]
        .filter(Boolean)
        .join(' · ')
    case 'result':
      return [t('source.result', { file: source.file }), source.cell, source.sha256.slice(0, 12)]
        .filter(Boolean)
        .join(' · ')
    case 'typed':
      return [
        withPage(
          t('source.typed', { person: source.person, at: showInstant(source.at, language) }),
          source.paper,
          t,
        ),
        source.reason,
      ]
        .filter(Boolean)
        .join(' · ')
    default:
      return assertNever(source)
  }
}

/** The page of the scan that a value was read from comes first to whoever wants to see it. */
function withPage(text: string, paper: PaperPlace | undefined, t: Words): string {
  return paper ? `${t('source.page', { page: paper.page, file: paper.file })} · ${text}` : text
}
