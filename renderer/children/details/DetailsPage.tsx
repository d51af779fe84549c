import EyeOff from 'lucide-react/icons/eye-off';
import { useCallback, useState } from 'react';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { useRecord } from '../record/recordContext.ts';
import { RecordTab } from '../record/RecordTab.tsx';
import { BackgroundFields, NeedsFields, ReferenceFields, WhereFields, WhoFields } from './PartFields.tsx';
import { PartForm } from './PartForm.tsx';
import { type Part, valuesOf, type Values } from './parts.ts';

type Dirty = (part: Part, dirty: boolean) => void;

/** Changes what is known of the child, part by part. */
export function DetailsPage() {
  const { record, canChange } = useRecord();
  if (canChange) return <DetailsForms key={record.id} />;
  return (
    <RecordTab>
      <Card label="Details">Your role only reads this record.</Card>
    </RecordTab>
  );
}

function DetailsForms() {
  const { record, at } = useRecord();
  const [dirty, setDirty] = useState<readonly Part[]>([]);
  const onDirty = useCallback<Dirty>((part, isDirty) => {
    setDirty((old) => {
      const others = old.filter((one) => one !== part);
      return isDirty ? [...others, part] : others;
    });
  }, []);
  const guard = useUnsavedGuard({ dirty: dirty.length > 0, what: 'these details' });
  // The forms stand on the record as it was opened; what others save meanwhile is met when a part is saved.
  const [opened] = useState(record);
  const values = valuesOf(opened);
  return (
    <RecordTab footerEnd={<Act to={at('family')}>Back to the record</Act>}>
      {guard}
      <Stack>
        <PartForm part="who" values={values} onDirty={onDirty}>
          <WhoFields />
        </PartForm>
        <Where values={values} onDirty={onDirty} />
        <PartForm part="references" values={values} onDirty={onDirty}>
          <ReferenceFields />
        </PartForm>
        <PartForm part="background" values={values} onDirty={onDirty}>
          <BackgroundFields />
        </PartForm>
        <PartForm part="needs" values={values} onDirty={onDirty}>
          <NeedsFields />
        </PartForm>
      </Stack>
    </RecordTab>
  );
}

/** The address; a restricted one is fetched only when somebody asks for it, which is recorded. */
function Where(props: { values: Values; onDirty: Dirty }) {
  const { values, onDirty } = props;
  const { record } = useRecord();
  const [isAsked, setAsked] = useState(false);
  const { data, problem, retry } = useRead('children.address', { id: record.id }, { enabled: isAsked });
  if (!values.addressRestricted && record.restriction === null)
    return (
      <PartForm part="where" values={values} onDirty={onDirty}>
        <WhereFields />
      </PartForm>
    );
  if (data)
    return (
      <PartForm
        part="where"
        values={{ ...values, address: data.address, postcode: data.postcode, phone: data.phone }}
        onDirty={onDirty}
      >
        <WhereFields />
      </PartForm>
    );
  return (
    <Card title="Where to find them">
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      <EmptyState
        title="The address is restricted"
        action={
          <Act icon={EyeOff} onPress={() => setAsked(true)}>
            Show the address and change it
          </Act>
        }
      >
        Only who needs it asks for it. That you did is recorded.
      </EmptyState>
    </Card>
  );
}
