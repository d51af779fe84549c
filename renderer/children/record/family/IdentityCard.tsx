import Pencil from 'lucide-react/icons/pencil';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { type Field, fieldLabels, fieldWords } from '../../details/parts.ts';
import { childName } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { HiddenAddress } from './FamilyCard.tsx';

/** Shown whether or not they are known: a gap is to be seen. */
const always: Field[] = [
  'sex',
  'phone',
  'school',
  'nhsNumber',
  'upn',
  'ethnicity',
  'firstLanguage',
  'disabled',
];
/** Shown when there is something to say. */
const whenSaid: Field[] = [
  'email',
  'uniqueRef',
  'upnUnknown',
  'ethnicityOther',
  'religion',
  'parentLanguage',
  'interpreterNeeded',
  'interpreterArranged',
  'immigrationStatus',
  'disabilities',
  'disabilityDetails',
  'specialRequirements',
  'senStatus',
  'youngCarer',
  'exclusionRisk',
  'lookedAfter',
  'lookedAfterFrom',
  'lookedAfterTo',
  'expectingOn',
];
const silent = new Set<unknown>(['', 'NK', null, false]);

/** Who the child is, at a glance. */
export function IdentityCard() {
  const { record, canChange, at } = useRecord();
  const areas = useRead('settings.areas', {}).data?.areas ?? [];
  const isFull = record.depth === 'full';
  const shown = [
    ...always.filter((field) => isFull || !['nhsNumber', 'upn'].includes(field)),
    ...whenSaid.filter((field) => {
      const value = record[field];
      return Array.isArray(value) ? value.length > 0 : !silent.has(value);
    }),
  ];
  return (
    <Card
      title="Who the child is"
      actions={
        canChange ? (
          <Act small icon={Pencil} to={at('details')} keys="Alt+D">
            Change the details
          </Act>
        ) : null
      }
    >
      <Details>
        <Detail label="Name">{childName(record)}</Detail>
        {record.knownAs ? <Detail label="Known as">{record.knownAs}</Detail> : null}
        <Detail label="Birth">
          {record.dob === null
            ? `Expected ${record.expectedOn ? formatDay(record.expectedOn) : ''}`
            : `${formatDay(record.dob)}${record.dobEstimated ? ', day estimated' : ''}`}
        </Detail>
        {record.diedOn ? <Detail label="Died on">{formatDay(record.diedOn)}</Detail> : null}
        <Detail label="Address">
          {record.addressRestricted || record.restriction !== null ? (
            <HiddenAddress who={childName(record)} />
          ) : (
            [record.address, record.postcode].filter(Boolean).join('\n')
          )}
        </Detail>
        <Detail label="Area">{record.area}</Detail>
        {shown.map((field) => (
          <Detail key={field} label={fieldLabels[field]}>
            {fieldWords(field, record[field], areas)}
          </Detail>
        ))}
        {record.formerRefs.length > 0 ? (
          <Detail label="Also found by">{record.formerRefs.join(', ')}</Detail>
        ) : null}
      </Details>
    </Card>
  );
}
