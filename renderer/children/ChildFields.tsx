import { useFormContext, useWatch } from 'react-hook-form';
import { ethnicities, ethnicityGroups } from '#shared/codes/ethnicity.ts';
import { labelIn } from '#shared/codes/list.ts';
import { sexes } from '#shared/codes/sex.ts';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldSet } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useRead } from '#renderer/office/useRead.ts';

const sexOptions = sexes.map(({ code, label }) => ({ value: code, label }));
const ethnicityOptions = ethnicities.map(({ code, label, group }) => ({
  value: code,
  label,
  group: labelIn(ethnicityGroups, group),
}));

/** Yes, no, not known. */
export const yesNoOptions = [
  { value: 'Y', label: 'Yes' },
  { value: 'N', label: 'No' },
  { value: 'NK', label: 'Not known' },
];

/**
 * Who the child is and where to be found (domain 3.1): the same fields when a child is registered and when something
 * changed. Stands inside a form whose schema holds them.
 */
export function ChildFields() {
  const areas = useRead('settings.areas', {}).data?.areas ?? [];
  return (
    <>
      <FieldSet legend="Who the child is">
        <FieldRow>
          <TextField name="givenNames" label="Given names" startHere />
          <TextField name="familyName" label="Family name" />
          <TextField name="knownAs" label="Known as" optional hintEnd="Several with commas" />
        </FieldRow>
        <BirthFields />
        <FieldRow>
          <SelectField name="sex" label="Sex" options={sexOptions} missing="Choose the sex." />
          <SelectField
            name="ethnicity"
            label="Ethnicity"
            hintEnd="As the family says it"
            options={ethnicityOptions}
          />
          <Choice name="disabled" label="Disabled" options={yesNoOptions} />
        </FieldRow>
      </FieldSet>
      <FieldSet legend="Where to find them">
        <TextArea name="address" label="Address" rows={2} optional />
        <FieldRow>
          <TextField name="postcode" label="Postcode" optional />
          <TextField name="phone" label="Telephone" type="tel" optional />
          <TextField name="school" label="School or nursery" optional />
          <SelectField
            name="areaId"
            label="Area"
            missing="Choose the area."
            options={areas.map((area) => ({ value: area.id, label: area.name }))}
          />
        </FieldRow>
      </FieldSet>
    </>
  );
}

/** Exactly one of a date of birth and the day an unborn child is expected (BR-12). */
function BirthFields() {
  const { setValue } = useFormContext();
  const expected: unknown = useWatch({ name: 'unborn' });
  const isUnborn = expected === true;
  return (
    <FieldRow>
      <Choice
        name="unborn"
        label="Birth"
        options={[
          { value: false, label: 'Born' },
          { value: true, label: 'Not born yet' },
        ]}
        onValue={(unborn) => setValue(unborn === true ? 'dob' : 'expectedOn', null)}
      />
      {isUnborn ? (
        <DateField name="expectedOn" label="Expected on" missing="Enter the day the child is expected." />
      ) : (
        <DateField name="dob" label="Date of birth" missing="Enter the date of birth." />
      )}
    </FieldRow>
  );
}
