import { spawn } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { findElectron } from '../../scripts/runtime/electron-runtime.ts';
import { hasDisplay, virtualDisplay } from '../../scripts/runtime/display.ts';
import { expectSoundPdf } from './expectations.ts';
import { readPdf } from './read-pdf.ts';
import { orderJob, orderOf, returnJob, sampleReturn } from './samples.ts';

type Outcome = { code: number | null; out: Buffer; err: string };

/** As the terminal starts it: without a screen where the system can do without. */
async function paperMode(input: string): Promise<Outcome> {
  const electron = await findElectron();
  const display = process.platform === 'linux' || hasDisplay() ? null : await virtualDisplay();
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu'] : [];
  const { DISPLAY: _screen, WAYLAND_DISPLAY: _other, ...env } = process.env;
  const child = spawn(electron.executable, [...electron.args, ...headless, inject('paperApp'), '--paper'], {
    env: { ...env, ...electron.env },
  });
  const out: Buffer[] = [];
  let err = '';
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  display?.close();
  return { code, out: Buffer.concat(out), err };
}

function problemIn(err: string): unknown {
  const line = err.split('\n').find((each) => each.startsWith('{"problem"'));
  return line === undefined ? null : JSON.parse(line);
}

describe('paper mode', () => {
  it('makes a PDF from standard input to standard output, with no screen', async () => {
    const { code, out } = await paperMode(JSON.stringify(orderJob(orderOf(60))));
    expect(code).toBe(0);
    const pdf = await readPdf(out);
    expectSoundPdf(pdf, 'Purchase order 4001873, version 1', 11, 'upright');
    expect(pdf.pages).toHaveLength(4);
    expect(pdf.text).toContain('Order total £2,700.00');
  });

  it('makes a return too', async () => {
    const { code, out } = await paperMode(JSON.stringify(returnJob(sampleReturn())));
    expect(code).toBe(0);
    expect((await readPdf(out)).title).toBe('Quarterly return 2008-Q2, published');
  });

  it.each([
    ['no JSON', 'not a document'],
    ['another shape', JSON.stringify({ document: 'purchase-order', data: { number: 7 } })],
    ['nothing', ''],
  ])('refuses %s in words, writes no byte and ends with 1', async (_name, input) => {
    const { code, out, err } = await paperMode(input);
    expect(code).toBe(1);
    expect(out).toHaveLength(0);
    expect(problemIn(err)).toEqual({
      problem: {
        code: 'wrong_shape',
        message: 'The data on standard input is not a document that can be laid out.',
      },
    });
  });
});
