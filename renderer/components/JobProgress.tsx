import { styled } from '@mui/material/styles';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Act } from './Act.tsx';
import { Bar } from './Bar.tsx';

const Box = styled('div')({
  ...tabular,
  display: 'flex',
  alignItems: 'center',
  gap: rem(16),
  '& .words': { flex: 1, minWidth: 0 },
  '& .row': { display: 'flex', justifyContent: 'space-between', gap: rem(12), marginBottom: rem(6) },
  '& .label': { fontWeight: 600 },
  '& .count': { fontSize: rem(13), color: look.ink2, whiteSpace: 'nowrap' },
});

const figures = new Intl.NumberFormat('en-GB');

/** A long job: what it does now, how many of how many, and Cancel, which leaves nothing half done. */
export function JobProgress(props: { label: string; done: number; total: number; onCancel?: () => void }) {
  const { label, done, total, onCancel } = props;
  const words = total > 0 ? `${figures.format(done)} of ${figures.format(total)}` : 'Counting';
  return (
    <Box>
      <div className="words">
        <div className="row">
          <span className="label">{label}</span>
          <span className="count">{words}</span>
        </div>
        <Bar label={label} value={done} total={Math.max(total, 1)} words={words} />
      </div>
      {onCancel ? (
        <Act small onPress={onCancel}>
          Cancel
        </Act>
      ) : null}
    </Box>
  );
}
