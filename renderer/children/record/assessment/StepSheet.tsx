import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';

const Head = styled('div')({
  position: 'sticky',
  top: 0,
  zIndex: 3,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(8)} ${rem(16)}`,
  padding: `${rem(11)} ${rem(20)}`,
  backgroundColor: look.surface,
  borderBottom: `1px solid ${look.line}`,
  borderRadius: `${rem(8)} ${rem(8)} 0 0`,
  '& .words': { flex: '1 1 auto', minWidth: 0 },
  '& .lead': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
  '& h2': { fontSize: rem(18), lineHeight: rem(24), fontWeight: 600, letterSpacing: '-0.01em' },
  '@container frame (max-height: 36rem)': { position: 'static' },
  '@container page (max-width: 32rem)': { '& [role=radiogroup]': { flexWrap: 'wrap' } },
});

/** The sheet one step of the assessment is written on: what it is, its fields, and where it stands at the foot. */
export function StepSheet(props: {
  code: string;
  lead: string;
  title: string;
  end?: ReactNode;
  foot: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Card label={props.title} padded={false} footer={props.foot}>
      <Head>
        <div className="words">
          <p className="lead">{props.lead}</p>
          <h2 id={id}>{props.title}</h2>
        </div>
        {props.end}
      </Head>
      {props.children}
    </Card>
  );
}
