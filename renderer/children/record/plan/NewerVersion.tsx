import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

const Box = styled('section')({
  padding: `${rem(10)} ${rem(14)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.amberLine}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  backgroundColor: look.amberTint,
  '& h3': { fontSize: rem(14), fontWeight: 600 },
  '& dl': {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${rem(2)} ${rem(12)}`,
    margin: `${rem(4)} 0`,
  },
  '& dt': { color: look.ink2 },
  '& dd': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What somebody else saved meanwhile, beside what was typed here; saving again puts one's own in its place. */
export function NewerVersion(props: { rows: { label: string; words: string }[] }) {
  return (
    <Box aria-label="The newer version">
      <h3>The newer version says</h3>
      <dl>
        {props.rows.map((row) => (
          <Row key={row.label} {...row} />
        ))}
      </dl>
      <p>Yours is still below. Saving again puts it in place of this.</p>
    </Box>
  );
}

function Row(props: { label: string; words: string }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.words || 'Nothing'}</dd>
    </>
  );
}
