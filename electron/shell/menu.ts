import { Menu, type MenuItemConstructorOptions } from 'electron';

/** What the menu can do besides what Electron does by itself. */
export type MenuActs = { lock: () => void };

/**
 * The menu: editing, size, lock. On Windows it stays hidden until Alt is pressed; its keys work all the time.
 * Nothing here reloads the page or leaves it.
 */
export function setMenu(acts: MenuActs, isMac: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(acts, isMac)));
}

function menuTemplate({ lock }: MenuActs, isMac: boolean): MenuItemConstructorOptions[] {
  const lockItem: MenuItemConstructorOptions = { label: 'Lock', accelerator: 'CmdOrCtrl+L', click: lock };
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [
      { role: 'undo', label: 'Undo' },
      { role: 'redo', label: 'Redo' },
      { type: 'separator' },
      { role: 'cut', label: 'Cut' },
      { role: 'copy', label: 'Copy' },
      { role: 'paste', label: 'Paste' },
      { role: 'pasteAndMatchStyle', label: 'Paste without formatting' },
      { role: 'selectAll', label: 'Select all' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'zoomIn', label: 'Larger', accelerator: 'CmdOrCtrl+Plus' },
      // The plus key without Shift, as most people press it.
      { role: 'zoomIn', label: 'Larger', accelerator: 'CmdOrCtrl+=', visible: false },
      { role: 'zoomOut', label: 'Smaller' },
      { role: 'resetZoom', label: 'Normal size' },
      { type: 'separator' },
      { role: 'togglefullscreen', label: 'Full screen' },
    ],
  };
  const desk: MenuItemConstructorOptions = {
    label: 'Trust Desk',
    submenu: [
      lockItem,
      { type: 'separator' },
      { role: 'quit', label: isMac ? 'Quit Trust Desk' : 'Close Trust Desk' },
    ],
  };
  return [desk, edit, view];
}
