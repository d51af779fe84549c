import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyParts, matches, setLetterKeys, useShortcut } from '#renderer/app/keyboard.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { renderInApp } from './render.tsx';

function Key(props: { keys: string; run: () => void; everywhere?: boolean }) {
  useShortcut(props.keys, props.run, { label: 'It', everywhere: props.everywhere ?? false });
  return null;
}

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more });

afterEach(() => setLetterKeys(true));

describe('matches', () => {
  it('takes the whole chord and nothing more', () => {
    expect(matches('Ctrl+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('Ctrl+K', press('k'))).toBe(false);
    expect(matches('Ctrl+K', press('K', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches('Ctrl+K', press('k', { ctrlKey: true, altKey: true }))).toBe(false);
    expect(matches('Ctrl+Shift+O', press('O', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches('Alt+Shift+1', press('!', { altKey: true, shiftKey: true, code: 'Digit1' }))).toBe(true);
    expect(matches('Alt+1', press('!', { altKey: true, shiftKey: true, code: 'Digit1' }))).toBe(false);
  });

  it('is written as printed on the keys', () => {
    expect(keyParts('Ctrl+Enter')).toEqual(['Ctrl', 'Enter']);
    expect(keyParts('Escape')).toEqual(['Esc']);
  });
});

describe('a shortcut', () => {
  it('runs on its page, and not once the page is gone', async () => {
    const run = vi.fn();
    const { user, unmount } = await renderInApp(<Key keys="Ctrl+B" run={run} />);
    await user.keyboard('{Control>}b{/Control}');
    expect(run).toHaveBeenCalledOnce();
    unmount();
    await user.keyboard('{Control>}b{/Control}');
    expect(run).toHaveBeenCalledOnce();
  });

  it('is not heard below a dialog, unless it works everywhere', async () => {
    const [page, lock, inside] = [vi.fn(), vi.fn(), vi.fn()];
    const { user } = await renderInApp(
      <>
        <Key keys="Ctrl+B" run={page} />
        <Key keys="Ctrl+L" run={lock} everywhere />
        <Dialog open onClose={() => undefined} title="Quick purchase">
          <Act keys="Ctrl+Enter" onPress={inside}>
            Book it
          </Act>
        </Dialog>
      </>,
    );
    await user.keyboard('{Control>}b{/Control}{Control>}l{/Control}{Control>}{Enter}{/Control}');
    expect(page).not.toHaveBeenCalled();
    expect(lock).toHaveBeenCalledOnce();
    expect(inside).toHaveBeenCalledOnce();
  });

  it('of one sign never fires while somebody types, and can be switched off', async () => {
    const run = vi.fn();
    const { user } = await renderInApp(
      <>
        <Key keys="?" run={run} />
        <input aria-label="Notes" />
      </>,
    );
    await user.type(screen.getByLabelText('Notes'), 'why?');
    expect(run).not.toHaveBeenCalled();
    screen.getByLabelText('Notes').blur();
    await user.keyboard('?');
    expect(run).toHaveBeenCalledOnce();
    setLetterKeys(false);
    await user.keyboard('?');
    expect(run).toHaveBeenCalledOnce();
  });

  it('of a button that cannot be pressed does nothing', async () => {
    const run = vi.fn();
    const { user } = await renderInApp(
      <Act keys="Ctrl+Enter" disabled onPress={run}>
        Book it
      </Act>,
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(run).not.toHaveBeenCalled();
  });

  it('closes the dialog with Escape', async () => {
    const close = vi.fn();
    const { user } = await renderInApp(
      <Dialog open onClose={close} title="Quick purchase">
        <p>Words</p>
      </Dialog>,
    );
    await user.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });
});
