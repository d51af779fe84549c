/** Names that Windows keeps for itself, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that every system takes as a file's: no folders, none of the characters that Windows refuses, not
 * hidden. It only ever suggests; the person chooses in the system's own dialog.
 */
export function safeFileName(suggested: string, extension: string): string {
  const clean = suggested
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001F<>:"/\\|?*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
    .slice(0, 100);
  const named = clean === '' || reserved.test(clean) ? `Trust Desk ${clean}`.trim() : clean;
  const ending = `.${extension}`;
  return named.toLowerCase().endsWith(ending) ? named : named + ending;
}
