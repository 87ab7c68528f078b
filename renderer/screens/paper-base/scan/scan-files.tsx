import { ActionIcon, FileButton, Menu, Select } from '@mantine/core'
import { IconDotsVertical, IconFileOff, IconFilePlus, IconReplace } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { PaperScan } from '../../../../shared/paper/scan.ts'
import { useWords } from '../../../language/words.ts'
import styles from './scan.module.css'
import type { Attaching } from './use-attach.ts'

interface Props {
  readonly scans: readonly PaperScan[]
  readonly shown: PaperScan
  readonly onShow: (scan: PaperScan) => void
  readonly attaching: Attaching
}

export const scanEndings = '.pdf,.png,.jpg,.jpeg'

/** Which of the scans is shown; another one added or put in its place. */
export function ScanFiles({ scans, shown, onShow, attaching }: Props): ReactNode {
  const { t } = useWords()
  const name = ({ name: file, replaced, vin }: PaperScan): string =>
    vin !== undefined ? t('scan.of-vehicle', { file, vin }) : replaced ? t('scan.replaced', { file }) : file
  const resetAdd = useRef<() => void>(null)
  const resetReplace = useRef<() => void>(null)
  const take = (files: readonly File[], instead?: number): void => {
    // The same file can be chosen again.
    resetAdd.current?.()
    resetReplace.current?.()
    if (files.length > 0) void attaching.attach(files, instead)
  }
  return (
    <div className={styles.files}>
      {scans.length > 1 ? (
        <Select
          size="xs"
          w={170}
          aria-label={t('scan.file')}
          allowDeselect={false}
          data={scans.map((scan) => ({ value: String(scan.id), label: name(scan) }))}
          value={String(shown.id)}
          onChange={(id) => {
            const scan = scans.find((each) => String(each.id) === id)
            if (scan) onShow(scan)
          }}
        />
      ) : (
        <span className={styles.name} title={shown.name}>
          {shown.name}
        </span>
      )}
      <Menu position="bottom-end" shadow="md" keepMounted>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            loading={attaching.busy}
            aria-label={t('scan.more')}
            title={t('scan.more')}
          >
            <IconDotsVertical size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <FileButton resetRef={resetAdd} accept={scanEndings} multiple onChange={(files) => take(files)}>
            {({ onClick }) => (
              <Menu.Item leftSection={<IconFilePlus size={15} />} onClick={onClick}>
                {t('scan.add')}
              </Menu.Item>
            )}
          </FileButton>
          {!shown.replaced && (
            <>
              <FileButton
                resetRef={resetReplace}
                accept={scanEndings}
                onChange={(file) => take(file ? [file] : [], shown.id)}
              >
                {({ onClick }) => (
                  <Menu.Item leftSection={<IconReplace size={15} />} onClick={onClick}>
                    {t('scan.replace')}
                  </Menu.Item>
                )}
              </FileButton>
              <Menu.Item
                leftSection={<IconFileOff size={15} />}
                onClick={() => void attaching.setAside(shown.id)}
              >
                {t('scan.set-aside')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
