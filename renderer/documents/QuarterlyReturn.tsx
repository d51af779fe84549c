import { useMemo } from 'react';
import type { ReturnData } from '#shared/contract/returns.ts';
import { houseColour } from './colour.ts';
import type { FlowItem } from './pages/flow.ts';
import { Sheets, type SheetStyle } from './pages/Sheets.tsx';
import { formatMoment, ReturnCover } from './return/ReturnCover.tsx';
import { returnChecks, returnTableItems } from './return/ReturnTables.tsx';

/** The title of the return's window and PDF. */
export function quarterlyReturnTitle(data: ReturnData): string {
  return `Quarterly return ${data.period}, ${data.profile}`;
}

function returnItems(data: ReturnData): FlowItem[] {
  return [
    { kind: 'block', key: 'cover', content: <ReturnCover data={data} /> },
    ...data.tables.flatMap(returnTableItems),
    ...returnChecks(data),
  ];
}

function returnSheet(data: ReturnData): SheetStyle {
  return {
    orientation: 'landscape',
    colour: houseColour,
    runningHead: (
      <>
        <span>
          {data.office}, quarterly return {data.period}
        </span>
        <strong>{data.classification}</strong>
      </>
    ),
    foot: `${data.classification}. Figures as at ${formatMoment(data.extractedAt)}`,
    watermark: null,
  };
}

/**
 * A quarter's return on A4 across (domain 10.0): the same object as the screen, XLSX, CSV and JSON, so that the
 * figures cannot differ. The classification is at the head and foot of every page.
 *
 * @param onSet called once its pages are final.
 */
export function QuarterlyReturn({ data, onSet }: { data: ReturnData; onSet?: (() => void) | undefined }) {
  const items = useMemo(() => returnItems(data), [data]);
  const sheet = useMemo(() => returnSheet(data), [data]);
  return <Sheets items={items} sheet={sheet} onSet={onSet} />;
}
