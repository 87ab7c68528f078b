/** A piece of text in one look and one language. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  /** Said by the way: a unit's row, a mark. */
  readonly soft?: boolean
  /** ISO 639-1, where it is not the document's own. */
  readonly lang?: string
}
export type Runs = readonly Run[]

/** A line of its own; a line feed in a run begins a new one too. */
export type Lines = readonly Runs[]

/** What a page is made of, in reading order. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly below: Lines }
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly text: string
      readonly note?: string
      /** On a page of its own. */
      readonly onNewPage?: boolean
    }
  | {
      readonly kind: 'paragraph'
      readonly text: Runs
      readonly look: 'statement' | 'note'
    }
  /** Item number, name, value. `inner` stands below an item, without number. */
  | {
      readonly kind: 'entry'
      readonly item: string
      readonly label: Runs
      readonly value: Lines
      readonly inner?: boolean
      /** The value is a text that takes the whole width. */
      readonly wide?: boolean
    }
  | {
      readonly kind: 'grid'
      readonly head: readonly Runs[]
      readonly rows: readonly (readonly Runs[])[]
    }
  | { readonly kind: 'signatures'; readonly columns: readonly (readonly SignatureField[])[] }

/** A line to be signed on, or what stands on it. */
export interface SignatureField {
  readonly label: string
  readonly value: string
}

export const plain = (text: string): Runs => [{ text }]
export const soft = (text: string): Runs => [{ text, soft: true }]

/** Stands behind words that are known in English alone. */
export const englishMark: Run = { text: ' (en)', soft: true }

/** Whether anything is told in English because the document's own language has no words for it. */
export function hasEnglishMarks(blocks: readonly Block[]): boolean {
  return blocks.some((block) => textsOf(block).some((runs) => runs.includes(englishMark)))
}

function textsOf(block: Block): Lines {
  switch (block.kind) {
    case 'entry':
      return [block.label, ...block.value]
    case 'grid':
      return [...block.head, ...block.rows.flat()]
    case 'paragraph':
      return [block.text]
    default:
      return []
  }
}
