import { practicePassphrase, practicePeople } from '../../office/practice/sign-ins.ts';
import { call } from '../../office/gate.ts';
import { buildPractice } from '../../office/practice/practice.service.ts';
import type { Values } from '../arguments.ts';
import type { Command } from '../commands.ts';
import { Usage } from '../host.ts';
import { printJson, showProgress } from '../output.ts';
import { dataFolder, openDesk } from '../session.ts';

function positive(values: Values, name: string): number | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new Usage(`--${name} is a number above nought.`);
  return number;
}

/** Makes the practice office anew and prints its sign-ins. */
export const demo: Command = {
  name: 'demo',
  summary: 'Make a practice office with invented people, the same one every time',
  options: {
    scale: { value: 'N', help: 'how large; 1 unless told' },
    seed: { value: 'S', help: 'another number makes another office' },
  },
  run: async (values) => {
    const folder = dataFolder(values);
    const scale = positive(values, 'scale');
    const seed = positive(values, 'seed');
    await buildPractice(openDesk(folder).options, {
      ask: call,
      progress: (done, total, label) => {
        showProgress(done, total, label);
        return Promise.resolve();
      },
      ...(scale === undefined ? {} : { scale }),
      ...(seed === undefined ? {} : { seed }),
    });
    const people = practicePeople.map((person) => ({
      user: person.user,
      role: person.roles.join(', '),
      passphrase: practicePassphrase(person.user),
      name: person.name,
    }));
    await printJson({ dataDir: folder, people });
    return 0;
  },
};
