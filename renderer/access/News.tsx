import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { PlainLink } from '#renderer/components/RouteLink.tsx';
import type { SignedIn } from './useSession.ts';

const Box = styled('div')({
  position: 'fixed',
  zIndex: 1400,
  top: rem(64),
  left: '50%',
  transform: 'translateX(-50%)',
  width: rem(620),
  maxWidth: 'calc(100vw - 2rem)',
  display: 'flex',
  alignItems: 'flex-start',
  gap: rem(16),
  padding: `${rem(12)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.line}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  backgroundColor: look.surface,
  color: look.ink,
  boxShadow: look.float,
  '& .words': { flex: 1, minWidth: 0 },
  '& p + p': { marginTop: rem(4) },
});

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const tries = (count: number) => (count === 1 ? '1 wrong try' : `${count} wrong tries`);

/** The sentences a person is met with; none when nothing happened. */
export function newsWords(news: SignedIn['news']): string[] {
  const since = news.lastSignInAt
    ? ` since your last sign-in on ${moment.format(new Date(news.lastSignInAt))}`
    : '';
  return [
    news.wrongTries > 0
      ? `There ${news.wrongTries === 1 ? 'was' : 'were'} ${tries(news.wrongTries)} at your name${since}. If that was not you, change your passphrase and tell a system administrator.`
      : '',
    news.othersTries > 0
      ? `There ${news.othersTries === 1 ? 'was' : 'were'} ${tries(news.othersTries)} at a user name that nobody has${since}.`
      : '',
    news.keyFileChanged
      ? 'The key file was changed by something other than Trust Desk. Tell a system administrator before anything else is done.'
      : '',
    news.drafts > 0
      ? `${news.drafts === 1 ? 'One form' : `${news.drafts} forms`} that you had not saved when Trust Desk locked ${news.drafts === 1 ? 'is' : 'are'} kept for you.`
      : '',
  ].filter((words) => words !== '');
}

/** What happened at a person's sign-in while they were away, once. */
export function News({ news, onClose }: { news: SignedIn['news'] | null; onClose: () => void }) {
  const words = news ? newsWords(news) : [];
  if (words.length === 0) return null;
  return (
    <Box role="alert">
      <div className="words">
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <PlainLink target="/office/sign-in">My sign-in</PlainLink> says more.
        </p>
      </div>
      <Act small onPress={onClose}>
        Close
      </Act>
    </Box>
  );
}
