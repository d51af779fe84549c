import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { Icon } from '#renderer/components/Icon.tsx';

const Box = styled('section')({
  padding: `${rem(12)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.amberLine}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  backgroundColor: look.amberTint,
  '& h3': { display: 'flex', alignItems: 'center', gap: rem(8), fontSize: rem(14), fontWeight: 600 },
  '& h3 svg': { color: look.amber },
  '& table': { width: '100%', borderCollapse: 'collapse', margin: `${rem(8)} 0` },
  '& th': { textAlign: 'left', fontSize: rem(12), color: look.ink2, fontWeight: 600, verticalAlign: 'top' },
  '& th, & td': { padding: `${rem(6)} ${rem(8)} ${rem(6)} 0`, borderTop: `1px solid ${look.amberLine}` },
  '& td': { verticalAlign: 'top', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** A field in two versions, in words. */
export type Clash = { field: string; label: string; mine: string; theirs: string };
/** Whose version of each field is kept. */
export type Settled = Record<string, 'mine' | 'theirs'>;

/**
 * Somebody else saved the same fields meanwhile: both versions of each, and a choice for each. Nothing is saved and
 * nothing is lost until one has chosen.
 */
export function TwoVersions(props: {
  clashes: Clash[];
  settled: Settled;
  onChoose: (field: string, whose: 'mine' | 'theirs') => void;
  onSave: () => void;
  busy: boolean;
}) {
  const { clashes, settled, onChoose, onSave, busy } = props;
  return (
    <Box aria-label="Two versions">
      <h3>
        <Icon of={TriangleAlert} size={16} />
        Somebody else changed this while you wrote. Yours is not saved yet.
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Where they differ</th>
            <th scope="col">Yours</th>
            <th scope="col">Saved meanwhile</th>
            <th scope="col">Keep</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.field}>
              <th scope="row">{clash.label}</th>
              <td>{clash.mine || 'Nothing'}</td>
              <td>{clash.theirs || 'Nothing'}</td>
              <td>
                <SegmentedChoice
                  id={`keep-${clash.field}`}
                  name={`keep-${clash.field}`}
                  label={`Which is kept: ${clash.label}`}
                  options={[
                    { value: 'mine', label: 'Yours' },
                    { value: 'theirs', label: 'Theirs' },
                  ]}
                  value={settled[clash.field] ?? 'mine'}
                  onChange={(whose) => onChoose(clash.field, whose as 'mine' | 'theirs')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Act small onPress={onSave} busy={busy}>
        Save what is kept
      </Act>
    </Box>
  );
}
