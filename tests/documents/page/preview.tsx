import '../../../renderer/app/zod.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { paperJob } from '#shared/contract/papers.ts';
import { DocumentPreview } from '#renderer/documents/DocumentPreview.tsx';
import type { Seen } from '../desk/talk.ts';

/** What a person sees on a sheet: its words in order, without those for screen readers only. */
function wordsOf(sheet: Element): string {
  const copy = sheet.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.paper-unseen')) unseen.remove();
  return copy.textContent.replace(/\s+/g, '');
}

/** Whether something on the sheet hangs over its room. */
function hangsOver(sheet: Element): boolean {
  const room = sheet.querySelector('[data-paper-room]');
  if (room === null) return true;
  return room.scrollHeight > room.clientHeight + 1 || room.scrollWidth > room.clientWidth + 1;
}

async function sheets(): Promise<Element[]> {
  for (let tries = 0; tries < 200; tries += 1) {
    await document.fonts.ready;
    const found = [...document.querySelectorAll('.paper-sheet[data-page]')];
    if (found.length > 0 && document.querySelector('.paper-trial, .paper--unsettled') === null) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  throw new Error('No sheets came.');
}

/** Shows a job as the app's window does and tells what there is to see. */
async function show(given: unknown): Promise<Seen> {
  const job = paperJob.parse(given);
  const place = document.getElementById('inside');
  if (place === null) throw new Error('The page is not whole.');
  createRoot(place).render(
    <StrictMode>
      <DocumentPreview job={job} largest={2} />
    </StrictMode>,
  );
  const found = await sheets();
  return {
    sheets: found.map((sheet) => {
      const { width, height } = sheet.getBoundingClientRect();
      return { words: wordsOf(sheet), width, height, hangsOver: hangsOver(sheet) };
    }),
    width: place.clientWidth,
    height: place.getBoundingClientRect().height,
  };
}

Object.assign(window, { show });
