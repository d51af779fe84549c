import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { Problem } from '#shared/problems.ts';
import { findSignedIn } from '#electron/office/access/access.service.ts';
import { type Clock, Desk } from '#electron/office/desk.ts';
import { call, type CallOptions } from '#electron/office/gate.ts';
import { type Log, silentLog } from '#electron/office/log.ts';

/** The folder of the project's migrations. */
export const migrationsDir = path.resolve(import.meta.dirname, '../../../migrations');

/** The passphrase of everyone in a test office. */
export const PASSPHRASE = 'correct horse battery staple';

/** What a new office is set up with. */
export const setUpInput: Input<'access.setUp'> = {
  trustName: 'Marlford Children’s Trust',
  councilName: 'Marlford Borough Council',
  address: 'Castle House\n12 Market Street\nMarlford MF1 4QT',
  phone: '01632 960180',
  email: 'trust@marlford.example',
  invoiceName: 'Accounts Payable, Marlford Borough Council',
  invoiceAddress: 'PO Box 40\nMarlford MF1 4QX',
  invoiceEmail: 'invoices@marlford.example',
  letterheadColour: '#0A5C5C',
  firstOrderNumber: 4_000_001,
  areas: ['Hillcrest', 'Northgate'],
  person: {
    name: 'Margaret Oakes',
    jobTitle: 'Co-ordinator',
    userName: 'margaret',
    phone: '01632 960180',
    email: 'm.oakes@marlford.example',
  },
  passphrase: PASSPHRASE,
};

/** A clock that a test moves by hand. */
export class TestClock implements Clock {
  day: string;
  #tick = 0;
  constructor(day: string) {
    this.day = day;
  }
  today = () => this.day;
  now = () => `${this.day}T10:00:00.${String(this.#tick++ % 1000).padStart(3, '0')}Z`;
}

/** A real encrypted office in a folder of its own, driven through the gate as the window would. */
export class TestOffice {
  readonly folder: string;
  readonly clock: TestClock;
  readonly desk: Desk;

  constructor(day = '2008-10-14', log: Log = silentLog) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'trust-desk-test-'));
    this.clock = new TestClock(day);
    this.desk = new Desk({
      officeDir: path.join(this.folder, 'office'),
      practiceDir: path.join(this.folder, 'practice'),
      migrationsDir,
      version: '0.0.0-test',
      log,
      keyCost: 2 ** 10,
      clock: this.clock,
    });
  }

  /** Sets up the office; Margaret is signed in afterwards. */
  static async setUp(day = '2008-10-14', log: Log = silentLog): Promise<TestOffice> {
    const office = new TestOffice(day, log);
    await office.do('access.setUp', setUpInput);
    return office;
  }

  /** Does an operation and fails the test on a problem. */
  async do<N extends OperationName>(name: N, input: Input<N>, options: CallOptions = {}): Promise<Output<N>> {
    const result = await call(this.desk, name, input, options);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
    return result.data as Output<N>;
  }

  /** Does an operation that must be refused; the problem. */
  async refused(name: string, input: unknown): Promise<Problem> {
    const result = await call(this.desk, name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.problem;
  }

  /**
   * Adds a person who can sign in as `user`; the id. Needs a system administrator signed in. Rights that take two people
   * are agreed to by a second administrator, who is added first if there is none.
   */
  async addPerson(user: string, roles: Role[], more: Partial<Input<'people.add'>> = {}): Promise<number> {
    const added = await this.do('people.add', {
      name: `Person ${user}`,
      jobTitle: 'Family worker',
      agency: 'FAM',
      areaId: null,
      teamId: null,
      roles,
      userName: user,
      passphrase: PASSPHRASE,
      ...more,
    });
    // As if they had signed in once and chosen their own.
    this.desk.opened().writerHandle.exec('UPDATE sign_ins SET must_change = 0');
    if (added.proposed.length > 0)
      await this.#agree(
        added.id,
        added.proposed.map((proposal) => proposal.id),
      );
    return added.id;
  }

  /** Does something as another person of this office and turns back; nobody types a passphrase. */
  async as<T>(user: string, run: () => Promise<T>): Promise<T> {
    const before = this.desk.person;
    this.desk.person = await findSignedIn(this.desk.opened().readerDb, user, this.clock.day);
    try {
      return await run();
    } finally {
      this.desk.person = before;
    }
  }

  async #agree(personId: number, proposals: number[]): Promise<void> {
    const me = this.desk.person?.id;
    const { rows } = await this.do('people.list', { role: 'system_admin' });
    const other = rows.find((row) => row.id !== me && row.id !== personId);
    const id =
      other?.id ?? (await this.addPerson('second', ['system_admin'], { name: 'Second Administrator' }));
    const { userName } = await this.do('people.get', { id });
    await this.as(userName ?? '', async () => {
      for (const proposal of proposals) await this.do('people.answer', { id: proposal, agree: true });
    });
  }

  /** Signs in as another person of this office. */
  async signIn(user: string): Promise<void> {
    await this.do('access.signIn', { userName: user, passphrase: PASSPHRASE });
  }

  /** Closes the office and removes its folder. */
  remove(): void {
    this.desk.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
