import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import { useFieldArray, useWatch } from 'react-hook-form';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { FieldRow, FieldSet } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { yesNoOptions } from '../details/ChildFields.tsx';
import { relationshipOptions } from '../words.ts';

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'end',
  gap: rem(16),
  '& + &': { paddingTop: rem(16), borderTop: `1px solid ${look.line}` },
});

const most = 10;
const blank = {
  name: '',
  relationship: '',
  relationshipWords: '',
  parentalResponsibility: 'NK',
  phone: '',
};

/** Who looks after the child, and who of them has parental responsibility (domain 3.2). */
export function CarerFields() {
  const { fields, append, remove } = useFieldArray({ name: 'carers' });
  return (
    <FieldSet legend="Carers" hint="Whoever looks after the child. Leave a line blank when nobody is known.">
      {fields.map((field, at) => (
        <Line key={field.id}>
          <FieldRow>
            <TextField name={`carers.${at}.name`} label="Name" missing="Enter the carer’s name." />
            <RelationshipField at={at} />
            <Choice
              name={`carers.${at}.parentalResponsibility`}
              label="Parental responsibility"
              options={yesNoOptions}
            />
            <TextField name={`carers.${at}.phone`} label="Telephone" type="tel" optional />
          </FieldRow>
          <Act kind="text" onPress={() => remove(at)} spokenLabel={`Take away carer ${at + 1}`}>
            Take away
          </Act>
        </Line>
      ))}
      <div>
        <Act icon={Plus} disabled={fields.length >= most} onPress={() => append(blank)}>
          {fields.length === 0 ? 'Add a carer' : 'Add another carer'}
        </Act>
      </div>
    </FieldSet>
  );
}

/** Who they are to the child, and in words where the list does not say. */
function RelationshipField(props: { at: number }) {
  const { at } = props;
  const relationship: unknown = useWatch({ name: `carers.${at}.relationship` });
  return (
    <>
      <SelectField
        name={`carers.${at}.relationship`}
        label="Who they are"
        options={relationshipOptions}
        missing="Say who they are to the child."
      />
      {relationship === 'other' || relationship === 'other_relative' ? (
        <TextField name={`carers.${at}.relationshipWords`} label="Which" placeholder="Mother’s partner" />
      ) : null}
    </>
  );
}
