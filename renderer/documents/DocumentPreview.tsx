import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import type { PaperJob } from '#shared/contract/papers.ts';
import { PaperDocument, paperTitle } from './PaperDocument.tsx';

/** Width of A4 in CSS pixels, upright and across. */
const SHEET_WIDTH = {
  'purchase-order': (210 / 25.4) * 96,
  'quarterly-return': (297 / 25.4) * 96,
  'audit-head': (210 / 25.4) * 96,
};

/**
 * The document inside the app's window: the very sheets that will be printed, scaled to the width that is there
 * (never above `largest` times life size), one under the other. It brings its own styles and leaks none.
 */
export function DocumentPreview({ job, largest = 1 }: { job: PaperJob; largest?: number }) {
  const frame = useRef<HTMLElement>(null);
  const [scale, setScale] = useState(largest);
  const sheetWidth = SHEET_WIDTH[job.document];

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const fit = (): void => {
      if (element.clientWidth > 0) setScale(Math.min(largest, element.clientWidth / sheetWidth));
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [largest, sheetWidth]);

  return (
    <section
      ref={frame}
      className="paper-preview"
      aria-label={`Preview: ${paperTitle(job)}`}
      lang="en-GB"
      style={{ '--paper-scale': scale } as CSSProperties}
    >
      <PaperDocument job={job} />
    </section>
  );
}
