import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import { useEffect, useRef } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToday } from '#renderer/office/usePermissions.ts';
import { recordAt } from '../addresses.ts';
import { ageWords, bornWords, cafLook } from '../words.ts';

type Found = Output<'children.check'>;
type Match = Found['matches'][number];

const List = styled('ol')({
  '& > li': {
    display: 'grid',
    gridTemplateColumns: `minmax(0, 1.1fr) minmax(0, 1.4fr) ${rem(160)} auto`,
    alignItems: 'center',
    gap: `${rem(4)} ${rem(16)}`,
    padding: `${rem(10)} ${rem(16)}`,
  },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .name': { fontWeight: 600 },
  '& .line': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .why': { display: 'flex', flexWrap: 'wrap', gap: `${rem(2)} ${rem(12)}` },
  '& .why li': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: rem(6),
    fontSize: rem(13),
    color: look.ink2,
  },
  '& .why li.best': { fontWeight: 600, color: look.ink },
  '& .why svg': { color: look.teal },
  '@container page (max-width: 52rem)': {
    '& > li': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
    '& .why': { gridColumn: '1 / -1', order: 4 },
  },
});

const Restricted = styled('p')({
  display: 'flex',
  gap: rem(10),
  padding: `${rem(12)} ${rem(16)}`,
  borderTop: `1px solid ${look.amberLine}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  backgroundColor: look.amberTint,
  '& > svg': { color: look.amber, marginTop: rem(2) },
  '& b': { display: 'block' },
});

const Quiet = styled('p')({ padding: rem(16), color: look.ink2 });

/** Who on record may be the child, the likeliest first, and why; then the way on when nobody is. */
export function Matches(props: { found: Found; onNone: () => void }) {
  const { found, onNone } = props;
  const { matches, restrictedMatches } = found;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const many = matches.length + restrictedMatches;
  return (
    <div ref={place} tabIndex={-1}>
      <Card
        title={
          many === 0
            ? 'Nobody on record fits'
            : many === 1
              ? 'One record may be this child'
              : `${many} records may be this child`
        }
        note={matches.length > 1 ? 'The likeliest first' : undefined}
        padded={false}
        footer={
          <>
            <span>
              {many === 0
                ? 'The search is kept with the new record.'
                : 'Open a record to be sure. A child has one record, whatever name it was made under.'}
            </span>
            <span style={{ marginLeft: 'auto' }}>
              <Act kind={many === 0 ? 'main' : 'quiet'} onPress={onNone} keys="Alt+R">
                {noneWords(found)}
              </Act>
            </span>
          </>
        }
      >
        {matches.length > 0 ? (
          <List aria-label="Records that may be this child">
            {matches.map((match) => (
              <OneMatch key={match.id} match={match} />
            ))}
          </List>
        ) : many === 0 ? (
          <Quiet>
            No name that sounds like it, no such name used before, and no one with that date of birth or
            postcode and a name like it.
          </Quiet>
        ) : null}
        {restrictedMatches > 0 ? (
          <Restricted>
            <Icon of={LockKeyhole} size={18} />
            <span>
              <b>
                {restrictedMatches === 1
                  ? 'One record that fits is restricted and not shown.'
                  : `${restrictedMatches} records that fit are restricted and not shown.`}
              </b>
              Ask the co-ordinator whether it is this child before you register anyone.
            </span>
          </Restricted>
        ) : null}
      </Card>
    </div>
  );
}

function noneWords(found: Found): string {
  if (found.restrictedMatches > 0) return 'I have asked, it is another child: register';
  return found.matches.length > 0 ? 'None of these: register a new child' : 'Register a new child';
}

function OneMatch(props: { match: Match }) {
  const { match } = props;
  const today = useToday();
  const { kind, word } = cafLook(match.cafStatus);
  const name = match.name ?? match.neutralRef;
  return (
    <li>
      <div>
        <p className="name">{name}</p>
        <p className="line">
          {[today ? ageWords(match, today) : '', bornWords(match), match.area].filter(Boolean).join(' · ')}
        </p>
      </div>
      <ul className="why" aria-label="Why it may be the same child">
        {match.why.map((why, at) => (
          <li key={why} className={at === 0 ? 'best' : ''}>
            <Icon of={Check} size={14} />
            {why}
          </li>
        ))}
      </ul>
      <div>
        <p className="line">{match.cafReference ?? match.neutralRef}</p>
        <Status kind={kind} quiet>
          {word}
        </Status>
      </div>
      <Act small to={recordAt(match.id)} spokenLabel={`Open this record: ${name}`}>
        Open this record
      </Act>
    </li>
  );
}
