import path from 'node:path';
import { writeWhole } from '../../office/database/files.ts';
import type { Command } from '../commands.ts';
import { type Host, Usage } from '../host.ts';
import { printJson } from '../output.ts';
import { makePdf } from '../paper.ts';
import { type Session, withSession } from '../session.ts';

function readNumber(text: string): number {
  if (!/^\d{7}$/.test(text)) throw new Usage('An order’s number has seven digits.');
  return Number(text);
}

/** The stored PDF; made and kept first if nobody has yet. */
async function storedPdf(session: Session, host: Host, id: number): Promise<{ pdf: Buffer; sha256: string }> {
  const kept = await session.do('orders.storedPdf', { id });
  if (kept.pdf && kept.sha256) return { pdf: Buffer.from(kept.pdf, 'base64'), sha256: kept.sha256 };
  const data = await session.do('orders.paper', { id });
  const pdf = await makePdf({ document: 'purchase-order', data }, host);
  const { sha256 } = await session.do('orders.keepPdf', { id, pdf: pdf.toString('base64') });
  return { pdf, sha256 };
}

/** Writes an issued order's PDF, byte for byte the one that is kept. */
export const orderPdf: Command = {
  name: 'order-pdf',
  summary: 'Write an issued order’s PDF, the same bytes every time',
  options: {
    order: { value: 'NUMBER', needed: true, help: 'the order’s seven digits' },
    out: { value: 'FILE', needed: true, help: 'where to' },
  },
  run: (values, host) => {
    const number = readNumber(values.needed('order'));
    const out = path.resolve(values.needed('out'));
    return withSession(values, ['orders.read', 'orders.issue'], async (session) => {
      const { id } = await session.do('orders.findNumber', { number });
      const { pdf, sha256 } = await storedPdf(session, host, id);
      writeWhole(out, pdf);
      await session.do('orders.recordPrint', { id, how: 'saved', asCopy: false, copies: 1 });
      await printJson({ file: out, order: number, bytes: pdf.length, sha256 });
      return 0;
    });
  },
};
