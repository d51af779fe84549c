import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { focusFirstStop, GateList, type GateItem } from '#renderer/components/GateList.tsx';
import { renderInApp } from './render.tsx';

const gates: GateItem[] = [
  { id: 'caf', verdict: 'pass', sentence: 'CAF open, with consent', detail: 'Given 3 May 2008' },
  {
    id: 'checks',
    verdict: 'warn',
    sentence: 'Their check runs out.',
    fix: { label: 'Ask for renewal', to: '/providers/4' },
  },
  { id: 'name', verdict: 'stop', sentence: 'Line 3 names a child.', detail: 'Providers never see a name.' },
  { id: 'fund', verdict: 'pass', sentence: 'Fund covers it' },
  {
    id: 'split',
    verdict: 'stop',
    sentence: 'Two purchases look like one.',
    fix: { label: 'Ask for approval', onPress: vi.fn() },
  },
];

describe('GateList', () => {
  it('puts stops first, then warnings, then passes, each said in words', async () => {
    await renderInApp(<GateList gates={gates} />);
    const said = screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent);
    expect(said).toEqual([
      'Stop: Line 3 names a child.',
      'Stop: Two purchases look like one.',
      'To check: Their check runs out.',
      'Passed: CAF open, with consent',
      'Passed: Fund covers it',
    ]);
  });

  it('counts in the head, and a pass is one quiet line', async () => {
    await renderInApp(<GateList gates={gates} />);
    expect(screen.getByText('2 stops')).toBeVisible();
    expect(screen.getByText('1 to check')).toBeVisible();
    expect(screen.getByText('2 pass')).toBeVisible();
    expect(screen.queryByText(/Given 3 May 2008/)).toBeNull();
  });

  it('leads to where it is put right', async () => {
    const { user, address } = await renderInApp(<GateList gates={gates} />);
    await user.click(screen.getByRole('link', { name: 'Ask for renewal' }));
    expect(address()).toBe('/providers/4');
  });

  it('moves to the first stop, to what puts it right when there is something to press', async () => {
    const { unmount } = await renderInApp(<GateList gates={gates} />);
    expect(focusFirstStop()).toBe(true);
    expect(document.activeElement).toHaveTextContent('Line 3 names a child.');
    unmount();
    await renderInApp(<GateList gates={gates.filter((gate) => gate.id !== 'name')} />);
    focusFirstStop();
    expect(screen.getByRole('button', { name: 'Ask for approval' })).toHaveFocus();
  });

  it('has nothing to move to when nothing stops', async () => {
    await renderInApp(<GateList gates={gates.filter((gate) => gate.verdict !== 'stop')} />);
    expect(focusFirstStop()).toBe(false);
  });
});
