import type { Output } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';

type Pair = Output<'children.duplicates'>['rows'][number];

/** Says that two records are two children, and how one knows: it is remembered and not asked again. */
export function NotSameDialog(props: { pair: Pair; onClose: () => void }) {
  const { pair, onClose } = props;
  const { run } = useWrite('children.judgePair');
  const toasts = useToasts();
  const form = useOfficeForm({
    schema: contract['children.judgePair'].input,
    defaultValues: { firstId: pair.first.id, secondId: pair.second.id, notSame: true, note: '' },
  });
  const name = (row: Pair['first']) => row.name ?? row.neutralRef;
  return (
    <FormDialog
      title="Not the same child"
      form={form}
      act="Remember that they are two"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run(values);
        if (!result.ok) return result.problem;
        toasts.done('Remembered: two children.');
        onClose();
        return undefined;
      }}
    >
      <p>{`${name(pair.first)} and ${name(pair.second)} are two children. They are not put to you again.`}</p>
      <TextField
        name="note"
        label="How you know"
        placeholder="Twins; cousins of one name"
        startHere
        optional
      />
    </FormDialog>
  );
}
