import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';

const Sheet = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  backgroundColor: look.surface,
  border: `1px solid ${look.line}`,
  borderRadius: rem(8),
  '.fill &': { minHeight: 0 },
});

const Head = styled('div')({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(4)} ${rem(12)}`,
  minHeight: rem(46),
  boxSizing: 'border-box',
  padding: `${rem(6)} ${rem(16)}`,
  borderBottom: `1px solid ${look.line}`,
  '&:last-child': { borderBottom: 0 },
  '& > h2, & > h3': { ...sizes.cardTitle, marginRight: 'auto' },
  '& .note': { fontWeight: 400, color: look.ink2 },
  '& .actions': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(12), fontSize: rem(13) },
});

const Body = styled('div')({
  flex: '1 1 auto',
  minWidth: 0,
  overflow: 'hidden',
  '&:not(* + *)': { borderTopLeftRadius: rem(7), borderTopRightRadius: rem(7) },
  '&:last-child': { borderBottomLeftRadius: rem(7), borderBottomRightRadius: rem(7) },
  '&.padded': { padding: rem(16), overflow: 'visible' },
  '&.tight': { padding: `${rem(8)} ${rem(16)}`, overflow: 'visible' },
  '.fill &': { overflow: 'auto' },
});

const Foot = styled('div')({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(8)} ${rem(12)}`,
  minHeight: rem(40),
  boxSizing: 'border-box',
  padding: `${rem(8)} ${rem(16)}`,
  borderTop: `1px solid ${look.line}`,
  fontSize: rem(13),
  color: look.ink2,
});

export type CardProps = {
  title?: string;
  /** Quiet words after the title, such as the unit. */
  note?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** False for tables and lists that run to the edge; `tight` for a single line. */
  padded?: boolean | 'tight';
  /** A name for screen readers when there is no title. */
  label?: string;
  headingLevel?: 2 | 3;
  children?: ReactNode;
};

/** A sheet on the desk: head with its actions, body, foot. */
export function Card(props: CardProps) {
  const { title, note, actions, footer, padded = true, label, headingLevel = 2, children } = props;
  const id = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <Sheet aria-labelledby={title ? id : undefined} aria-label={title ? undefined : label}>
      {title ? (
        <Head>
          <Heading id={id}>
            {title}
            {note ? <span className="note"> {note}</span> : null}
          </Heading>
          {actions ? <div className="actions">{actions}</div> : null}
        </Head>
      ) : null}
      {children ? (
        <Body className={padded === 'tight' ? 'tight' : padded ? 'padded' : ''}>{children}</Body>
      ) : null}
      {footer ? <Foot>{footer}</Foot> : null}
    </Sheet>
  );
}
