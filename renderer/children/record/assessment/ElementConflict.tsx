import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { formatDay } from '#shared/domain/dates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { clockTime } from '../../words.ts';
import { prominences, textOf, type ElementText, type SavedElement } from './elementText.ts';

const Box = styled('section')({
  margin: `${rem(14)} ${rem(20)} 0`,
  padding: `${rem(12)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.amberLine}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  backgroundColor: look.amberTint,
  '& h3': { display: 'flex', alignItems: 'center', gap: rem(8), fontSize: rem(14), fontWeight: 600 },
  '& h3 svg': { color: look.amber },
  '& table': { width: '100%', borderCollapse: 'collapse', margin: `${rem(8)} 0`, tableLayout: 'fixed' },
  '& th': { textAlign: 'left', fontSize: rem(12), color: look.ink2, fontWeight: 600, verticalAlign: 'top' },
  '& th[scope=row]': { width: rem(120) },
  '& th, & td': { padding: `${rem(6)} ${rem(8)} ${rem(6)} 0`, borderTop: `1px solid ${look.amberLine}` },
  '& td': { verticalAlign: 'top', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '& .acts': { display: 'flex', flexWrap: 'wrap', gap: rem(8) },
});

const names: Record<keyof ElementText, string> = {
  prominence: 'What it comes to',
  strengths: 'Strengths',
  needs: 'Needs',
  evidence: 'Evidence',
  viewDifference: 'Seen differently',
};

function shown(part: keyof ElementText, text: ElementText): string {
  if (part !== 'prominence') return text[part] || 'Nothing';
  return prominences.find((entry) => entry.value === text.prominence)?.label ?? '';
}

/** Two people wrote on one element: both versions side by side where they differ, and the choice between them. */
export function ElementConflict(props: {
  mine: ElementText;
  theirs: SavedElement | undefined;
  onSettle: (whose: 'mine' | 'theirs') => void;
}) {
  const { mine, theirs, onSettle } = props;
  const other = textOf(theirs);
  const parts = (Object.keys(names) as (keyof ElementText)[]).filter((part) => mine[part] !== other[part]);
  const who = theirs?.author ?? 'Somebody else';
  const when = theirs ? `${formatDay(theirs.savedAt.slice(0, 10))} ${clockTime(theirs.savedAt)}` : '';
  return (
    <Box aria-label="Two versions">
      <h3>
        <Icon of={TriangleAlert} size={16} />
        {who} changed this while you wrote. Yours is not saved yet.
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Where they differ</th>
            <th scope="col">Yours</th>
            <th scope="col">
              {who} {when}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row">{names[part]}</th>
              <td>{shown(part, mine)}</td>
              <td>{shown(part, other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>To keep some of both, copy it into your text below, then keep yours.</p>
      <div className="acts">
        <Act small onPress={() => onSettle('mine')}>
          Keep mine
        </Act>
        <Act small onPress={() => onSettle('theirs')}>
          {`Take ${theirs ? `${who}’s` : 'theirs'}`}
        </Act>
      </div>
    </Box>
  );
}
