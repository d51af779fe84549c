import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Icon } from '#renderer/components/Icon.tsx';
import { look, rem } from './tokens.ts';

const Strip = styled('ul')({
  margin: `${rem(16)} ${rem(24)} 0`,
  padding: `${rem(8)} ${rem(12)}`,
  border: `1px solid ${look.amberLine}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  borderRadius: rem(8),
  backgroundColor: look.amberTint,
  color: look.ink,
  fontSize: rem(13),
  lineHeight: rem(20),
  listStyle: 'none',
  '& li': { display: 'flex', gap: rem(8) },
  '& svg': { flex: 'none', color: look.amber, marginTop: rem(2) },
});

/** What whoever signed in has to know of the office, above every page until they sign out. */
export function Warnings({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Strip aria-label="Warnings">
      {lines.map((line) => (
        <li key={line}>
          <Icon of={TriangleAlert} size={16} />
          <span>{line}</span>
        </li>
      ))}
    </Strip>
  );
}
