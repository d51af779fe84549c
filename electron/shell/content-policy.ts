const strict: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

function written(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/**
 * What the window's pages may load: their own files and nothing else. Styles may be inline because the
 * component library writes them so; scripts may not.
 */
export const CONTENT_POLICY = written(strict);

/** The same while developing, opened just so far that modules can be replaced in a running window. */
export function developmentContentPolicy(server: string): string {
  const { host } = new URL(server);
  return written({
    ...strict,
    'script-src': "'self' 'unsafe-inline'",
    'connect-src': `'self' ws://${host}`,
  });
}

/** Headers of every page and file that the app serves to its own windows. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
