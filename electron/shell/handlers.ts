import { nativeTheme, type BrowserWindow } from 'electron';
import path from 'node:path';
import type { Preferences } from '#shared/contract/shell.ts';
import { Dialogs } from './dialogs.ts';
import type { OfficeProcess } from './office-process.ts';
import {
  orderPdf,
  printOrder,
  saveOrderPdf,
  saveAuditHead,
  saveReturnPdf,
  type PaperTools,
} from './order-paper.ts';
import { printers, printJob, renderPdf } from './paper/index.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ShellHandlers } from './requests.ts';
import { saveFile } from './save-file.ts';

/** What the shell does for each request of the window. */
export function shellHandlers(
  window: BrowserWindow,
  office: OfficeProcess,
  preferences: PreferenceStore,
): ShellHandlers {
  const dialogs = new Dialogs(window, (token, file, mode) => office.handFile(token, file, mode));
  const tools: PaperTools = {
    call: (name, input) => office.call(name, input),
    renderPdf,
    printJob,
    askWhereToSave: (name, extension) => dialogs.askWhereToSave(name, extension),
    saveFile,
    baseName: (file) => path.basename(file),
  };
  return {
    pickFile: ({ kind }) => dialogs.pickFile(kind),
    pickSave: ({ suggestedName, extension }) => dialogs.pickSave(suggestedName, extension),
    pickFolder: () => dialogs.pickFolder(),
    getPreferences: () => preferences.get(),
    setPreferences: (change) => {
      const now = preferences.set(change);
      useTheme(now);
      return now;
    },
    orderPdf: ({ orderId }) => orderPdf(tools, orderId),
    saveOrderPdf: ({ orderId }) => saveOrderPdf(tools, orderId),
    printers: async () => ({ printers: await printers() }),
    printOrder: (input) => printOrder(tools, input),
    saveReturnPdf: (input) => saveReturnPdf(tools, input),
    saveAuditHead: (input) => saveAuditHead(tools, input),
    quit: () => {
      setImmediate(() => window.close());
      return {};
    },
  };
}

/** Lets the system's own parts (title bar, menus, dialogs) follow. High contrast follows the computer's light or dark. */
export function useTheme({ theme }: Preferences): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}
