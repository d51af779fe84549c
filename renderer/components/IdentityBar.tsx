import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';

const Bar = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(20),
  padding: `${rem(14)} ${rem(24)} ${rem(6)}`,
  '& .who .reference': { fontSize: rem(13), lineHeight: rem(18), fontWeight: 550, color: look.ink2 },
  '& .who .version': { marginLeft: rem(8), fontWeight: 400 },
  '& h1': { ...sizes.pageTitle, letterSpacing: '-0.01em', whiteSpace: 'nowrap' },
  '& dl': { display: 'flex', flexWrap: 'wrap', gap: `${rem(6)} 0`, flex: 1, minWidth: 0 },
  '& dl > div': { padding: `0 ${rem(20)}`, borderLeft: `1px solid ${look.line}` },
  '& dt': { ...sizes.small, color: look.ink2 },
  '& dd.value': { fontSize: rem(14), lineHeight: rem(20), fontWeight: 600, whiteSpace: 'nowrap' },
  '& dd.value > span': { fontSize: 'inherit', lineHeight: 'inherit', verticalAlign: 'bottom' },
  '& dd.detail': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2, whiteSpace: 'nowrap' },
  '& .actions': { flex: 'none', display: 'flex', gap: rem(8) },
  '@container page (max-width: 68rem)': {
    flexWrap: 'wrap',
    gap: `${rem(8)} ${rem(16)}`,
    '& .who': { flex: 1 },
    '& dl > div': { padding: `0 ${rem(14)}` },
    // The hairline before the first of every row is cut off, wherever the rows break.
    '& dl': { order: 3, flexBasis: '100%', marginLeft: rem(-15), clipPath: `inset(0 0 0 ${rem(15)})` },
  },
  '@container page (max-width: 36rem)': { padding: `${rem(12)} ${rem(12)} ${rem(4)}` },
});

export type IdentityFact = { label: string; value: ReactNode; detail?: ReactNode };

/** Whose record this is: reference and name, then what must always be in sight. Part of `Page identity`. */
export function IdentityBar(props: {
  reference: string;
  version?: string;
  name: string;
  facts: IdentityFact[];
  actions?: ReactNode;
}) {
  const { reference, version, name, facts, actions } = props;
  return (
    <Bar>
      <div className="who">
        <div className="reference">
          {reference}
          {version ? <span className="version">{version}</span> : null}
        </div>
        <h1>{name}</h1>
      </div>
      <dl>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd className="value">{fact.value}</dd>
            {fact.detail ? <dd className="detail">{fact.detail}</dd> : null}
          </div>
        ))}
      </dl>
      {actions ? <div className="actions">{actions}</div> : null}
    </Bar>
  );
}
