import { contextBridge, ipcRenderer } from 'electron';

/** The only thing the paper window can reach: its one job, and how to say that it is done or why not. */
contextBridge.exposeInMainWorld('paper', {
  take: (): Promise<unknown> => ipcRenderer.invoke('paper:take'),
  ready: (sheets: unknown): void => ipcRenderer.send('paper:ready', sheets),
  failed: (message: string): void => ipcRenderer.send('paper:failed', message),
});
