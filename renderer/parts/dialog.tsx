import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language/words.ts'
import styles from './dialog.module.css'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The button that acts; one that does nothing stands before it. */
  readonly action?: ReactNode
  /** The buttons where there are others, the one that acts last. */
  readonly footer?: ReactNode
  readonly size?: number
}

/** Every dialog looks and closes alike: Escape, the cross, a click beside it. */
export function Dialog({ title, onClose, children, action, footer, size = 480 }: Props): ReactNode {
  const { t } = useWords()
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      centered
      // The window itself never scrolls, and locking would inject a style element.
      lockScroll={false}
      transitionProps={{ duration: 120 }}
      classNames={{ content: styles.content ?? '', title: styles.title ?? '', body: styles.body ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        {/* The window's own banner is the page's header. */}
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </Modal.Header>
        <Modal.Body>
          <div className={styles.text}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
          {action && (
            <div className={styles.footer}>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              {action}
            </div>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
