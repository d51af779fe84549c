import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromOffice, FromShell, ToShell } from '#shared/contract/wire.ts';
import { IdleLock } from './access/idle.ts';
import { keepSchedule } from './backups/schedule.ts';
import { Desk } from './desk.ts';
import { fileLog } from './log.ts';
import { Service } from './serve.ts';

/** The part of Electron's utility process that the office uses; it imports nothing of Electron. */
type Port = {
  postMessage(message: FromOffice | ToShell): void;
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
};

const parentPort = (process as unknown as { parentPort: Port }).parentPort;
let service: Service | null = null;
let desk: Desk | null = null;
let shell: { receive(message: unknown): void } | null = null;

parentPort.on('message', ({ data, ports }) => {
  const message = data as FromShell;
  if (message.kind === 'start') start(message);
  else if (message.kind === 'window') connectWindow(ports[0]);
  else if (message.kind === 'file') desk?.tokens.keep(message.token, message.path, message.mode);
  else shell?.receive(message);
});

function start(options: Extract<FromShell, { kind: 'start' }>): void {
  desk = new Desk({
    officeDir: options.officeDir,
    practiceDir: options.practiceDir,
    migrationsDir: options.migrationsDir || fileURLToPath(new URL('../../migrations', import.meta.url)),
    version: options.version,
    log: fileLog(path.join(path.dirname(options.officeDir), 'logs')),
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
  });
  const idle = new IdleLock(desk, () => service?.tellChanged(['access'])).start();
  service = new Service(desk, () => idle.touch());
  const answering = service;
  keepSchedule(desk, (features) => answering.tellChanged(features));
  shell = service.connect({ send: (answer) => parentPort.postMessage(answer) });
  parentPort.postMessage({ kind: 'started' });
}

function connectWindow(port: Port | undefined): void {
  if (!port || !service) return;
  const line = service.connect({ send: (answer) => port.postMessage(answer) });
  port.on('message', ({ data }) => line.receive(data));
  port.on('close', () => line.hangUp());
  port.start();
}

process.on('exit', () => desk?.close());
