import { styled } from '@mui/material/styles';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { MergeField, MergeSide } from '#shared/domain/merge.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { recordAt } from '../addresses.ts';
import { cafLook } from '../words.ts';

type Compared = Output<'children.compare'>;
type Side = Compared['kept'];

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  '& th': { textAlign: 'left', verticalAlign: 'top', fontWeight: 600 },
  '& thead th': { fontSize: rem(13), color: look.ink2 },
  '& th[scope=row]': { fontSize: rem(13), color: look.ink2 },
  '& th, & td': { padding: `${rem(8)} ${rem(16)}`, borderBottom: `1px solid ${look.line}` },
  '& tbody tr:last-child > *': { borderBottom: 0 },
  '& td': { verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& td.not': { color: look.ink3 },
  '& .end': { width: rem(200) },
  '& .label': { width: rem(170) },
  '& p': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2, fontWeight: 400 },
});

/** Two records side by side: where they differ with a choice for each, and what belongs to each. */
export function MergeTable(props: {
  compared: Compared;
  chosen: Partial<Record<MergeField, MergeSide>>;
  onChoose: (field: MergeField, side: MergeSide) => void;
}) {
  const { compared, chosen, onChoose } = props;
  const { kept, gone, fields } = compared;
  return (
    <Card
      title={fields.length === 0 ? 'The details agree' : 'Where they differ'}
      note={fields.length === 0 ? undefined : 'Every name of both stays findable'}
      padded={false}
    >
      <Table>
        <thead>
          <tr>
            <th scope="col" className="label">
              <span>Answer</span>
            </th>
            <Head side={kept} word="stays" />
            <Head side={gone} word="becomes part of it" />
            <th scope="col" className="end">
              Taken from
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((each) => {
            const side = chosen[each.field] ?? each.suggested;
            return (
              <tr key={each.field}>
                <th scope="row">{each.label}</th>
                <td className={side === 'kept' ? '' : 'not'}>{each.kept || 'Nothing'}</td>
                <td className={side === 'gone' ? '' : 'not'}>{each.gone || 'Nothing'}</td>
                <td>
                  <SegmentedChoice
                    id={`take-${each.field}`}
                    name={`take-${each.field}`}
                    label={`${each.label}, taken from`}
                    options={[
                      { value: 'kept', label: 'First' },
                      { value: 'gone', label: 'Second' },
                    ]}
                    value={side}
                    onChange={(next) => onChoose(each.field, next as MergeSide)}
                  />
                </td>
              </tr>
            );
          })}
          <Belongings label="CAFs" of={(side) => side.cafs.map(cafWords)} compared={compared} />
          <Belongings label="Family" of={(side) => side.family} compared={compared} />
          <Belongings label="Services" of={(side) => side.services} compared={compared} />
        </tbody>
      </Table>
    </Card>
  );
}

function Head(props: { side: Side; word: string }) {
  const { side, word } = props;
  return (
    <th scope="col">
      <RouteLink target={recordAt(side.id)}>{side.name}</RouteLink>
      <p>{`${side.neutralRef}, ${word}`}</p>
      <p>{`registered ${formatDay(side.registeredOn)} by ${side.registeredBy}`}</p>
    </th>
  );
}

function cafWords(caf: Side['cafs'][number]): string {
  const orders = caf.orders === 0 ? '' : caf.orders === 1 ? ', 1 order' : `, ${caf.orders} orders`;
  return `${caf.reference}, ${cafLook(caf.status).word.toLowerCase()}, since ${formatDay(caf.startOn)}${orders}`;
}

/** What belongs to each record: all of it is the one record's afterwards. */
function Belongings(props: { label: string; of: (side: Side) => string[]; compared: Compared }) {
  const { label, of, compared } = props;
  const lines = (side: Side) => of(side).map((line) => <p key={line}>{line}</p>);
  const [own, theirs] = [of(compared.kept), of(compared.gone)];
  if (own.length + theirs.length === 0) return null;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{own.length > 0 ? lines(compared.kept) : 'None'}</td>
      <td>{theirs.length > 0 ? lines(compared.gone) : 'None'}</td>
      <td>Both</td>
    </tr>
  );
}
