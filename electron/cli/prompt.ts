import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { OfficeProblem } from '#shared/problems.ts';

/** Asks on standard error, so that standard output holds results only. */
function question(text: string, shown: boolean): Promise<string> {
  if (!process.stdin.isTTY)
    throw new OfficeProblem(
      'not_signed_in',
      'Nobody is here to ask for a user name and a passphrase. Nothing was opened. Set OFFICE_USER and OFFICE_PASSPHRASE.',
    );
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: shown ? process.stderr : silent,
    terminal: true,
  });
  if (!shown) process.stderr.write(text);
  return new Promise((resolve, reject) => {
    lines.on('SIGINT', () => {
      lines.close();
      reject(new OfficeProblem('cancelled', 'Stopped, as asked. Nothing was opened.'));
    });
    lines.question(shown ? text : '', (answer) => {
      lines.close();
      if (!shown) process.stderr.write('\n');
      resolve(answer);
    });
  });
}

/** Asks for a line that may be seen. */
export function ask(text: string): Promise<string> {
  return question(text, true);
}

/** Asks for a line that is not shown while it is typed. */
export function askHidden(text: string): Promise<string> {
  return question(text, false);
}
