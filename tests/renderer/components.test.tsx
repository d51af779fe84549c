import { act, screen, waitFor, within } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { looks } from '#renderer/app/tokens.ts';
import { BudgetBar } from '#renderer/components/BudgetBar.tsx';
import { dueWords } from '#renderer/components/DateWord.tsx';
import { DistanceLine } from '#renderer/components/DistanceLine.tsx';
import { FilterBar } from '#renderer/components/FilterBar.tsx';
import { Autocomplete, type Option } from '#renderer/components/form/Autocomplete.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { linkProps, RouteLink } from '#renderer/components/RouteLink.tsx';
import { Timeline } from '#renderer/components/Timeline.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import Stamp from 'lucide-react/icons/stamp';
import { renderInApp } from './render.tsx';

afterEach(() => vi.useRealTimers());

describe('dueWords', () => {
  const today = '2008-10-14';
  it.each([
    ['2008-10-10', 'due', { bold: '4 days late', line: 'due Fri 10 Oct', late: true }],
    ['2008-10-13', 'due', { bold: '1 day late', line: 'due Mon 13 Oct', late: true }],
    ['2008-10-14', 'due', { bold: 'Today', line: 'due Tue 14 Oct' }],
    ['2008-10-15', 'by', { bold: 'Tomorrow', line: 'by Wed 15 Oct' }],
    ['2008-10-20', 'due', { bold: 'In 6 days', line: 'due Mon 20 Oct' }],
    ['2008-10-10', 'asked', { bold: '4 days waiting', line: 'asked Fri 10 Oct', late: true }],
    ['2008-10-13', 'asked', { bold: '1 day waiting', line: 'asked Mon 13 Oct', late: false }],
  ] as const)('%s %s', (day, kind, words) => {
    expect(dueWords(day, today, kind)).toEqual(words);
  });
});

describe('pictures', () => {
  it('say in words what they show', async () => {
    await renderInApp(
      <>
        <DistanceLine label="In school" start={3} now={7} aim={9} />
        <BudgetBar
          label="Hillcrest"
          total={1500000}
          spent={640000}
          committed={16600}
          waiting={0}
          yearGone={0.54}
        />
      </>,
    );
    expect(screen.getByText('In school: started at 3, now 7, aim 9, of 10')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Hillcrest: £6,400.00 spent, £166.00 committed, £0.00 waiting for approval, of £15,000.00',
      ),
    ).toBeInTheDocument();
  });

  it('show a job with its counts, and let it be cancelled', async () => {
    const cancel = vi.fn();
    const { user } = await renderInApp(
      <JobProgress label="Reading rows" done={1204} total={3300} onCancel={cancel} />,
    );
    expect(screen.getByRole('progressbar', { name: 'Reading rows' })).toHaveAttribute(
      'aria-valuetext',
      '1,204 of 3,300',
    );
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('Timeline', () => {
  it('groups by month under one heading each', async () => {
    await renderInApp(
      <Timeline
        items={[
          { id: 1, day: '2008-10-13', icon: Stamp, title: 'Order approved', amount: 56765 },
          { id: 2, day: '2008-10-09', icon: Stamp, title: 'I want to talk', quote: true },
          { id: 3, day: '2008-09-24', icon: Stamp, title: 'Boots bought' },
        ]}
      />,
    );
    expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual([
      'October 2008',
      'September 2008',
    ]);
    expect(screen.getByText('13 Oct')).toHaveAttribute('datetime', '2008-10-13');
    expect(screen.getByText('£567.65')).toBeVisible();
  });
});

describe('FilterBar', () => {
  it('takes a filter away when its chip is pressed, and waits for a pause in typing', async () => {
    const [remove, change] = [vi.fn(), vi.fn()];
    const { user } = await renderInApp(
      <FilterBar
        search={{ label: 'Search providers', value: '', onChange: change }}
        chips={[{ id: 'a', label: 'Status: approved', onRemove: remove }]}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Remove filter: Status: approved' }));
    expect(remove).toHaveBeenCalledOnce();
    await user.type(screen.getByRole('searchbox', { name: 'Search providers' }), 'sun');
    await waitFor(() => expect(change).toHaveBeenCalledWith('sun'));
    expect(change).toHaveBeenCalledOnce();
  });
});

describe('links', () => {
  it('take an address as the office gives it, with its search', async () => {
    expect(linkProps('/children/12?tab=plan&page=2')).toEqual({
      to: '/children/12',
      search: { tab: 'plan', page: '2' },
    });
    const { user, address } = await renderInApp(<RouteLink target="/children/12?tab=plan">Open</RouteLink>);
    await user.click(screen.getByRole('link', { name: 'Open' }));
    expect(address()).toBe('/children/12?tab=plan');
  });
});

function Messages() {
  const toasts = useToasts();
  return (
    <>
      <button onClick={() => toasts.done('Order 4001873 issued.')}>Issue</button>
      <button
        onClick={() =>
          toasts.problem({ code: 'printing_failed', message: 'Nothing was printed.', reference: 'K3-9Q' })
        }
      >
        Print
      </button>
    </>
  );
}

describe('messages', () => {
  it('of success go by themselves, alerts stay until they are dismissed', async () => {
    const { user } = await renderInApp(<Messages />);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await user.click(screen.getByRole('button', { name: 'Issue' }));
    await user.click(screen.getByRole('button', { name: 'Print' }));
    await user.unhover(screen.getByRole('button', { name: 'Print' }));
    const log = screen.getByRole('log', { name: 'Messages' });
    expect(log).toHaveTextContent('Order 4001873 issued.');
    expect(log).toHaveTextContent('K3-9Q');
    await act(() => vi.advanceTimersByTimeAsync(8000));
    expect(log).not.toHaveTextContent('Order 4001873 issued.');
    expect(log).toHaveTextContent('Nothing was printed.');
    await user.click(within(log).getByRole('button', { name: 'Dismiss' }));
    expect(log).toBeEmptyDOMElement();
  });
});

function Editor(props: { save: () => Promise<boolean> }) {
  const [dirty, setDirty] = useState(false);
  const guard = useUnsavedGuard({ dirty, save: props.save, what: 'this order' });
  return (
    <>
      {guard}
      <button onClick={() => setDirty(true)}>Edit</button>
      <RouteLink target="/elsewhere">Leave</RouteLink>
    </>
  );
}

describe('unsaved edits', () => {
  it('are asked about before somebody leaves, and not otherwise', async () => {
    const save = vi.fn(() => Promise.resolve(true));
    const { user, address } = await renderInApp(<Editor save={save} />);
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    await user.click(screen.getByRole('link', { name: 'Leave' }));
    await user.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(address()).toBe('/');
    await user.click(await screen.findByRole('link', { name: 'Leave' }));
    await user.click(await screen.findByRole('button', { name: 'Save and leave' }));
    await waitFor(() => expect(address()).toBe('/elsewhere'));
    expect(save).toHaveBeenCalledOnce();
  });

  it('stay when saving was refused, and go only when somebody discards them', async () => {
    const { user, address } = await renderInApp(<Editor save={() => Promise.resolve(false)} />);
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    await user.click(screen.getByRole('link', { name: 'Leave' }));
    await user.click(await screen.findByRole('button', { name: 'Save and leave' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toBe('/');
    await user.click(screen.getByRole('link', { name: 'Leave' }));
    await user.click(await screen.findByRole('button', { name: 'Discard changes' }));
    await waitFor(() => expect(address()).toBe('/elsewhere'));
  });
});

const people: Option[] = [
  { id: 4, label: 'Callum Birchall', detail: 'CAF-2007-0142' },
  { id: 5, label: 'Zofia Kowalska', detail: 'CAF-2008-0088' },
];
const picked = z.object({ childId: z.number() });

function Picker(props: { search: (query: string) => Promise<Option[]>; onSubmit: (id: number) => void }) {
  const form = useOfficeForm({ schema: picked });
  const { search } = props;
  const find = useCallback((query: string) => search(query), [search]);
  return (
    <Form form={form} onSubmit={(values) => props.onSubmit(values.childId)}>
      <Autocomplete name="childId" control={form.control} label="For" search={find} />
      <button type="submit">Book</button>
    </Form>
  );
}

describe('Autocomplete', () => {
  it('asks for what is typed and keeps the id of what is chosen', async () => {
    const search = vi.fn((query: string) =>
      Promise.resolve(people.filter((one) => one.label.includes(query))),
    );
    const submit = vi.fn();
    const { user } = await renderInApp(<Picker search={search} onSubmit={submit} />);
    await user.type(screen.getByRole('combobox', { name: 'For' }), 'Zof');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('combobox', { name: 'For' })).toHaveValue('Zofia Kowalska');
    expect(screen.getByText('CAF-2008-0088')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Book' }));
    expect(submit).toHaveBeenCalledWith(5);
  });

  it('says when the search did not finish', async () => {
    const { user } = await renderInApp(
      <Picker search={() => Promise.reject(new Error('gone'))} onSubmit={vi.fn()} />,
    );
    await user.type(screen.getByRole('combobox', { name: 'For' }), 'Z');
    expect(await screen.findByText('The search did not finish. Type again to retry.')).toBeInTheDocument();
  });
});

/** Relative luminance. */
const light = (hex: string) => {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, bl = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
};

/** The contrast of two colours as WCAG reckons it. */
function contrast(a: string, b: string): number {
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

describe.each(Object.entries(looks))('the colours of %s', (name, c) => {
  const strong = name.startsWith('contrast') ? 7 : 4.5;
  it('carry text', () => {
    const pairs: [string, string][] = [
      [c.ink, c.surface],
      [c.ink2, c.surface],
      [c.ink3, c.surface],
      [c.ink3, c.page],
      [c.teal, c.surface],
      [c.teal, c.tealTint],
      [c.onTeal, c.teal],
      [c.railWords, c.rail],
      [c.amber, c.surface],
      [c.amber, c.amberTint],
      [c.red, c.redTint],
      [c.green, c.surface],
      [c.onCount, c.count],
    ];
    for (const [front, back] of pairs)
      expect(contrast(front, back), `${front} on ${back}`).toBeGreaterThanOrEqual(strong);
  });

  it('carry marks', () => {
    for (const mark of [c.lineField, c.amberMark, c.redMark, c.greenMark, c.chart1, c.chart2, c.chart3])
      expect(contrast(mark, c.surface), mark).toBeGreaterThanOrEqual(3);
  });
});
