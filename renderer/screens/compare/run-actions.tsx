import { Button, Menu } from '@mantine/core'
import { IconArrowsDiff, IconDownload, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { saveFile } from '../../data/save-file.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'

interface Props {
  readonly run: number
  /** One pair of it; all without. */
  readonly pair?: number
  readonly onPrint: () => void
}

const forms = ['csv', 'json'] as const

/** What can be made of a comparison: a page, a file, another one. */
export function RunActions({ run, pair, onPrint }: Props): ReactNode {
  const { t, language } = useWords()
  const make = useAction('compare/export')
  const save = async (form: (typeof forms)[number]): Promise<void> => {
    const made = await make.run({ run, ...(pair === undefined ? {} : { pair }), form, language })
    if (made.ok) saveFile(made.value.name, made.value.base64)
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsDiff size={15} />}
        onClick={() => goTo({ screen: 'compare' })}
      >
        {t('compare-screen.again')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} loading={make.busy}>
            {t('compare-screen.save')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {forms.map((form) => (
            <Menu.Item key={form} onClick={() => void save(form)}>
              {t('compare-screen.export', { form: form.toUpperCase() })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="default" leftSection={<IconPrinter size={15} />} onClick={onPrint}>
        {t('compare-screen.print')}
      </Button>
    </>
  )
}
