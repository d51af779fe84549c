import type { Context } from '#electron/office/context.ts';
import { call } from '#electron/office/gate.ts';
import type { TestOffice } from './office.ts';

/** The context in which the signed-in person reads, for services that no operation calls alone. */
export function contextOf(office: TestOffice): Context {
  const { desk } = office;
  const { person } = desk;
  if (!person) throw new Error('Nobody is signed in.');
  return {
    db: desk.opened().readerDb,
    person,
    today: desk.today(),
    now: desk.now(),
    note: () => undefined,
    progress: () => Promise.resolve(),
    filePath: () => {
      throw new Error('This test works on no file.');
    },
    ask: call,
    desk,
  };
}
