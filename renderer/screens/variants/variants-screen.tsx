import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Definition } from '../../../shared/variants/definition.ts'
import { receiveDroppedFiles } from '../../data/dropped-files.ts'
import { saveFile } from '../../data/save-file.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { DropZone } from '../../parts/drop-zone.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { FromVehicleDialog } from './from-vehicle-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { NewBodyDialog } from './new-body-dialog.tsx'
import { VariantList } from './variant-list.tsx'
import { VariantPage } from './variant-page.tsx'
import styles from './variants.module.css'

const accepted = '.json,.xlsx,.xml'

/** The company's bodies: what each gives, who uses it, and how a new one is made. */
export function VariantsScreen({ chosen }: { readonly chosen?: string | undefined }): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const list = useCall('variant/list', {}, { keepLast: true })
  const exporting = useAction('variant/export')
  const [begun, setBegun] = useState<Definition>()
  const [asked, setAsked] = useState<'new' | 'from-vehicle'>()
  const [files, setFiles] = useState<readonly File[]>([])
  useEffect(() => receiveDroppedFiles(setFiles), [])
  const variants = list.value?.variants ?? []
  const id = begun?.id ?? chosen ?? variants[0]?.id
  const begin = (draft: Definition): void => {
    setAsked(undefined)
    setBegun(draft)
  }
  const kept = async (keptId: string): Promise<void> => {
    setBegun(undefined)
    for (const name of ['variant/list', 'variant/get', 'workspace/get', 'vehicle/get'])
      await client.invalidateQueries({ queryKey: [name] })
    goTo({ screen: 'variants', variant: keptId })
  }
  const download = async (ids: readonly string[], form: 'json' | 'xlsx'): Promise<void> => {
    const made = await exporting.run({ ids: [...ids], form })
    if (made.ok) saveFile(made.value.name, made.value.base64)
  }
  const drop = (small: boolean): ReactNode => (
    <DropZone
      small={small}
      multiple
      heading={t('variants.drop')}
      text={t('variants.drop-text')}
      accept={accepted}
      onFiles={setFiles}
    />
  )
  return (
    <>
      <ScreenHeader title={t('screens.variants')} note={t('variants.note')}>
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileExport size={15} />}
              loading={exporting.busy}
            >
              {t('variants.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              disabled={variants.length === 0}
              onClick={() =>
                void download(
                  variants.map((one) => one.id),
                  'xlsx',
                )
              }
            >
              {t('variants.export-sheet')}
            </Menu.Item>
            <Menu.Item
              disabled={variants.length === 0}
              onClick={() =>
                void download(
                  variants.map((one) => one.id),
                  'json',
                )
              }
            >
              {t('variants.export-json')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => void download([], 'xlsx')}>{t('variants.template')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <Button
              size="xs"
              leftSection={<IconPlus size={15} />}
              rightSection={<IconChevronDown size={14} />}
            >
              {t('variants.new')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsked('new')}>{t('variants.by-hand')}</Menu.Item>
            <Menu.Item onClick={() => setAsked('from-vehicle')}>{t('variants.from-vehicle')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </ScreenHeader>
      <div className={styles.screen}>
        <div className={styles.side}>
          <VariantList variants={variants} chosen={id} begun={begun} onChoose={() => setBegun(undefined)} />
          {!(list.value && !id) && drop(true)}
        </div>
        <div className={styles.main}>
          {list.problem && <ProblemMessage problem={list.problem} />}
          {exporting.problem && <ProblemMessage problem={exporting.problem} />}
          {list.value && !id && (
            <EmptyState
              icon={<IconTemplate size={24} stroke={1.6} />}
              heading={t('variants.empty')}
              text={t('variants.empty-text')}
            >
              {drop(false)}
            </EmptyState>
          )}
          {id && (
            <VariantPage
              key={begun ? `new ${begun.id}` : id}
              id={id}
              begun={begun}
              onKept={(keptId) => void kept(keptId)}
              onDiscard={() => setBegun(undefined)}
              onBegin={begin}
              onExport={(form) => void download([id], form)}
            />
          )}
        </div>
      </div>
      {asked === 'new' && (
        <NewBodyDialog known={variants} onBegin={begin} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'from-vehicle' && <FromVehicleDialog onBegin={begin} onClose={() => setAsked(undefined)} />}
      {files.length > 0 && (
        <ImportDialog
          files={files}
          configurations={list.value?.configurations ?? []}
          onKept={(keptId) => void kept(keptId)}
          onClose={() => setFiles([])}
        />
      )}
    </>
  )
}
