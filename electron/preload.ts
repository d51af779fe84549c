import { contextBridge, ipcRenderer } from 'electron';
import type {
  OfficeBridge,
  ShellBridge,
  ShellInput,
  ShellOutput,
  ShellRequest,
} from '#shared/contract/shell.ts';
import type { FromOffice, ToOffice } from '#shared/contract/wire.ts';
import type { Result } from '#shared/problems.ts';
import { Listeners } from './shell/listeners.ts';
import { OfficeLine } from './shell/office-line.ts';
import { startFacts } from './shell/window-options.ts';

/** The page's end of a port; this file is typed for Node, whose own kind of port differs. */
type WindowPort = {
  postMessage(message: ToOffice): void;
  start(): void;
  addEventListener(type: 'message', listener: (event: { data: FromOffice }) => void): void;
};

const changes = new Listeners<[features: string[]]>();
const restarts = new Listeners<[]>();
const locks = new Listeners<[]>();
const line = new OfficeLine((features) => changes.tell(features));

ipcRenderer.on('office-port', (event) => {
  const port = event.ports[0] as unknown as WindowPort;
  port.addEventListener('message', ({ data }) => line.receive(data));
  port.start();
  line.connect((message) => port.postMessage(message));
});
ipcRenderer.on('office-restarted', () => {
  line.drop();
  restarts.tell();
});
ipcRenderer.on('lock', () => locks.tell());
ipcRenderer.send('office-port-wanted');

function ask<N extends ShellRequest>(name: N, input: ShellInput<N>): Promise<Result<ShellOutput<N>>> {
  return ipcRenderer.invoke('shell', name, input) as Promise<Result<ShellOutput<N>>>;
}

const facts = startFacts(process.argv);

const office: OfficeBridge = {
  call: (name, input, onProgress) => line.call(name, input, onProgress),
  touch: () => line.touch(),
  onChange: (listener) => changes.add(listener),
  onRestart: (listener) => restarts.add(listener),
  onLock: (listener) => locks.add(listener),
};

const shell: ShellBridge = {
  version: facts.version,
  practice: facts.practice,
  preferences: {
    atStart: facts.preferences,
    get: () => ask('getPreferences', {}),
    set: (change) => ask('setPreferences', change),
  },
  pickFile: (kind) => ask('pickFile', { kind }),
  pickSave: (suggestion) => ask('pickSave', suggestion),
  pickFolder: () => ask('pickFolder', {}),
  orderPdf: (orderId) => ask('orderPdf', { orderId }),
  saveOrderPdf: (orderId) => ask('saveOrderPdf', { orderId }),
  printers: () => ask('printers', {}),
  printOrder: (orderId, how) => ask('printOrder', { orderId, ...how }),
  saveReturnPdf: (period, profile) => ask('saveReturnPdf', { period, profile }),
  saveAuditHead: (day) => ask('saveAuditHead', { day }),
  quit: () => ask('quit', {}),
};

contextBridge.exposeInMainWorld('office', office);
contextBridge.exposeInMainWorld('shell', shell);
