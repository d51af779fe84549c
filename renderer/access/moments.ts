const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment as it stands in lists: 14 Oct 2008, 10:15. */
export const momentWords = (at: string): string => moment.format(new Date(at));
