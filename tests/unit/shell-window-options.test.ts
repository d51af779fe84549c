import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  backgroundColour,
  startFacts,
  visibleBounds,
  windowOptions,
  type StartFacts,
  type WindowBounds,
} from '#electron/shell/window-options.ts';

const facts: StartFacts = {
  version: '1.2.3',
  practice: false,
  preferences: { theme: 'system', textSize: 14, letterKeys: true },
};
const session = {} as Session;

function options(bounds: WindowBounds | null = null) {
  return windowOptions({
    bounds,
    facts,
    systemIsDark: false,
    preload: 'preload.cjs',
    session,
    allowDevTools: false,
  });
}

describe('the main window', () => {
  it('keeps its page harmless', () => {
    expect(options().webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(options().webPreferences?.session).toBe(session);
  });

  it('is never smaller than the screens fit and never shows an unpainted page', () => {
    expect(options()).toMatchObject({ minWidth: 1024, minHeight: 700, show: false });
  });

  it('opens where it was, or at its first size', () => {
    expect(options({ x: 5, y: 6, width: 1100, height: 800, isMaximized: false })).toMatchObject({
      x: 5,
      y: 6,
      width: 1100,
      height: 800,
    });
    expect(options()).toMatchObject({ width: 1360, height: 860 });
    expect(options()).not.toHaveProperty('x');
  });

  it('passes the page what it must know before it paints', () => {
    const told: StartFacts = {
      version: '1.0.0 "β"',
      practice: true,
      preferences: { theme: 'contrast', textSize: 20, letterKeys: false },
    };
    const { webPreferences } = windowOptions({
      bounds: null,
      facts: told,
      systemIsDark: true,
      preload: '',
      session,
      allowDevTools: false,
    });
    expect(startFacts(['electron', ...(webPreferences?.additionalArguments ?? [])])).toEqual(told);
    expect(() => startFacts(['electron'])).toThrow('start facts');
  });
});

describe('the colour behind the page', () => {
  it.each([
    ['light', true, '#F4F6F3'],
    ['dark', false, '#0F1716'],
    ['system', true, '#0F1716'],
    ['system', false, '#F4F6F3'],
    ['contrast', true, '#000000'],
    ['contrast', false, '#FFFFFF'],
  ] as const)('for %s on a system that is dark: %s', (theme, systemIsDark, colour) => {
    expect(backgroundColour(theme, systemIsDark)).toBe(colour);
  });
});

describe('a remembered place', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const place = { x: 100, y: 100, width: 1200, height: 800, isMaximized: false };

  it('is used while it is on a screen', () => {
    expect(visibleBounds(place, [screen])).toEqual(place);
    expect(visibleBounds({ ...place, x: -900 }, [screen])).not.toBeNull();
    expect(visibleBounds({ ...place, x: 2000 }, [screen, { ...screen, x: 1920 }])).not.toBeNull();
  });

  it('is forgotten when its screen is gone or its title bar out of reach', () => {
    expect(visibleBounds({ ...place, x: 2000 }, [screen])).toBeNull();
    expect(visibleBounds({ ...place, x: -1100 }, [screen])).toBeNull();
    expect(visibleBounds({ ...place, y: -300 }, [screen])).toBeNull();
    expect(visibleBounds({ ...place, y: 1060 }, [screen])).toBeNull();
    expect(visibleBounds(null, [screen])).toBeNull();
  });
});
