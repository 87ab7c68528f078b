import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { shellText } from './words.ts'

export interface MenuActions {
  readonly openWorkspace: () => void
  readonly showWorkspace: () => void
}

/** A role does the work; Electron would name it in English only. */
function entry(role: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions {
  return { role, label: shellText(`shell.${role}`) }
}

/** The menu: workspaces, editing and zoom. Reloading and the developer's tools are there only from sources. */
export function buildMenu({ openWorkspace, showWorkspace }: MenuActions): Menu {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: shellText('shell.file'),
      submenu: [
        { label: shellText('shell.open-workspace'), accelerator: 'CmdOrCtrl+O', click: openWorkspace },
        { label: shellText('shell.show-workspace'), click: showWorkspace },
        line,
        entry(process.platform === 'darwin' ? 'close' : 'quit'),
      ],
    },
    {
      label: shellText('shell.edit'),
      submenu: [
        entry('undo'),
        entry('redo'),
        line,
        entry('cut'),
        entry('copy'),
        entry('paste'),
        entry('selectAll'),
      ],
    },
    {
      label: shellText('shell.view'),
      submenu: [
        entry('resetZoom'),
        entry('zoomIn'),
        entry('zoomOut'),
        line,
        entry('togglefullscreen'),
        ...(app.isPackaged ? [] : [line, entry('reload'), entry('toggleDevTools')]),
      ],
    },
  ]
  return Menu.buildFromTemplate(template)
}
