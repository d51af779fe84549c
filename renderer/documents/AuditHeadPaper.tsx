import { useMemo } from 'react';
import type { AuditHead } from '#shared/contract/papers.ts';
import { printedHash } from '#shared/domain/audit.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { houseColour } from './colour.ts';
import type { FlowItem } from './pages/flow.ts';
import { Sheets, type SheetStyle } from './pages/Sheets.tsx';
import { formatMoment } from './return/ReturnCover.tsx';

/** The title of the head's window and PDF. */
export function auditHeadTitle(data: AuditHead): string {
  return `Audit trail, head of ${formatDay(data.day)}`;
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Head({ data }: { data: AuditHead }) {
  return (
    <header>
      <div className="paper-letterhead">
        <div className="paper-council">
          <p className="paper-council-name">{data.office}</p>
          <h1 className="paper-title">Head of the audit trail</h1>
          <p>{formatDay(data.day)}</p>
        </div>
        <div className="paper-number">
          <p className="paper-class">OFFICIAL</p>
          <p className="paper-quiet">Names nobody</p>
        </div>
      </div>
      <dl className="paper-facts paper-facts--return">
        <Fact label="Last line" value={String(data.seq)} />
        <Fact label="Lines of the day" value={String(data.lines)} />
        <Fact label="Hash, to type back" value={printedHash(data.hash)} />
        <Fact label="Whole hash (SHA-256)" value={data.hash} />
        <Fact label="Drawn up" value={formatMoment(data.printedAt)} />
        <Fact label="Software" value={`Trust Desk ${data.softwareVersion}`} />
      </dl>
      <p>
        Keep this sheet outside the office and its computer. Each line of the trail carries the hash of the
        line before it, so this one hash stands for every line up to {data.seq}. To check it: Assurance, Heads
        of the trail, Check a printed head. If the trail was changed since, by whomever and with whatever key,
        the check fails.
      </p>
      <dl className="paper-signatures">
        <Fact label="Drawn up by" value={`${data.printedBy}, signature and date`} />
        <Fact label="Received by" value="Name, signature and date" />
      </dl>
    </header>
  );
}

/**
 * A day's head on A4, to be filed outside the office (12.4: the chain is exported daily).
 *
 * @param onSet called once its page is final.
 */
export function AuditHeadPaper({ data, onSet }: { data: AuditHead; onSet?: (() => void) | undefined }) {
  const items = useMemo(
    (): FlowItem[] => [{ kind: 'block', key: 'head', content: <Head data={data} /> }],
    [data],
  );
  const sheet = useMemo(
    (): SheetStyle => ({
      orientation: 'portrait',
      colour: houseColour,
      runningHead: <span>{auditHeadTitle(data)}</span>,
      foot: `${data.office}, line ${data.seq}`,
      watermark: null,
    }),
    [data],
  );
  return <Sheets items={items} sheet={sheet} onSet={onSet} />;
}
