import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_POLICY, developmentContentPolicy, PAGE_HEADERS } from '#electron/shell/content-policy.ts';
import { APP_ORIGIN, mayNavigate, originOf, pageOrigin } from '#electron/shell/origin.ts';
import { pageFile } from '#electron/shell/page-files.ts';

const folder = path.resolve('out', 'renderer');

describe('what the window may load', () => {
  it('is its own files and nothing else', () => {
    expect(CONTENT_POLICY.split('; ').sort()).toEqual(
      [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].sort(),
    );
    expect(PAGE_HEADERS['Content-Security-Policy']).toBe(CONTENT_POLICY);
  });

  it('opens for one development server only, and never for evaluated code', () => {
    const policy = developmentContentPolicy('http://localhost:5173/');
    expect(policy).toContain("connect-src 'self' ws://localhost:5173;");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toContain('*');
  });
});

describe('where the window may go', () => {
  it('is where it is', () => {
    const here = 'app://desk/orders/12';
    expect(mayNavigate(here, here, APP_ORIGIN)).toBe(true);
  });

  it.each([
    'app://desk/orders/13',
    'app://desk.example/orders/12',
    'app://elsewhere/',
    'https://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
    'about:blank',
    '',
  ])('is not %s', (to) => {
    expect(mayNavigate('app://desk/orders/12', to, APP_ORIGIN)).toBe(false);
    expect(mayNavigate(to, to, APP_ORIGIN)).toBe(to.startsWith('app://desk/'));
  });

  it('comes from the app unless there is a development server', () => {
    expect(pageOrigin(undefined)).toBe('app://desk');
    expect(pageOrigin('')).toBe('app://desk');
    expect(pageOrigin('http://localhost:5173/')).toBe('http://localhost:5173');
    expect(originOf('no address')).toBeNull();
  });
});

describe('files of the window', () => {
  it('are served with their kind', () => {
    expect(pageFile(folder, 'app://desk/assets/index-1a.js?v=1#x')).toEqual({
      file: path.join(folder, 'assets', 'index-1a.js'),
      type: 'text/javascript; charset=utf-8',
    });
    expect(pageFile(folder, 'app://desk/paper.html')?.file).toBe(path.join(folder, 'paper.html'));
    expect(pageFile(folder, 'app://desk/assets/inter.WOFF2')?.type).toBe('font/woff2');
  });

  it('answer every screen with the one page', () => {
    const page = { file: path.join(folder, 'index.html'), type: 'text/html; charset=utf-8' };
    expect(pageFile(folder, 'app://desk/')).toEqual(page);
    expect(pageFile(folder, 'app://desk')).toEqual(page);
    expect(pageFile(folder, 'app://desk/orders/12?sort=number')).toEqual(page);
  });

  it.each([
    'app://elsewhere/index.html',
    'https://desk/index.html',
    'app://desk/assets%2F..%2F..%2Fmain%2Fmain.js',
    'app://desk/..%5C..%5Cmain.js',
    'app://desk/%2e%2e/main/main.js/..%2fx.js',
    'app://desk/C:%5Cwindows%5Cx.js',
    'app://desk/x.js%00.html',
    'app://desk/%E0%A4%A.js',
    'app://desk/data.db',
    'app://desk/main.js.map',
    'not an address',
  ])('are not %s', (address) => {
    expect(pageFile(folder, address)).toBeNull();
  });

  it('never lie outside the folder', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '..%2f', '%5c', 'a', 'b.js', '', '%252e', 'C:', '~');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = pageFile(folder, `app://desk/${parts.join('/')}`);
        if (found) expect(path.relative(folder, found.file).startsWith('..')).toBe(false);
      }),
    );
  });
});
