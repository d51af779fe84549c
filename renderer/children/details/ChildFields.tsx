import { useFormContext, useWatch } from 'react-hook-form';
import { ethnicities, ethnicityGroups } from '#shared/codes/ethnicity.ts';
import { labelIn } from '#shared/codes/list.ts';
import { sexes } from '#shared/codes/sex.ts';
import { asksForWords } from '#shared/domain/child.ts';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
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

/** Who the child is and where to be found (domain 3.1): what is asked when a child is registered. */
export function ChildFields() {
  return (
    <>
      <FieldSet legend="Who the child is">
        <NameFields startHere />
        <BirthFields />
        <FieldRow>
          <SexField />
          <EthnicityFields />
          <Choice name="disabled" label="Disabled" options={yesNoOptions} />
        </FieldRow>
      </FieldSet>
      <FieldSet legend="Where to find them">
        <AddressFields />
        <FieldRow>
          <TextField name="phone" label="Telephone" type="tel" optional />
          <TextField name="school" label="School or nursery" optional />
          <AreaField />
        </FieldRow>
      </FieldSet>
    </>
  );
}

/** What the child is called, and was. */
export function NameFields(props: { startHere?: boolean }) {
  return (
    <FieldRow>
      <TextField name="givenNames" label="Given names" startHere={props.startHere ?? false} />
      <TextField name="familyName" label="Family name" />
      <TextField name="knownAs" label="Known as, and earlier names" optional hintEnd="Commas between" />
    </FieldRow>
  );
}

/** The sex as it was recorded. */
export function SexField() {
  return <SelectField name="sex" label="Sex" options={sexOptions} missing="Choose the sex." />;
}

/** The area that the child belongs to. */
export function AreaField() {
  const areas = useRead('settings.areas', {}).data?.areas ?? [];
  return (
    <SelectField
      name="areaId"
      label="Area"
      missing="Choose the area."
      options={areas.map((area) => ({ value: area.id, label: area.name }))}
    />
  );
}

/** The ethnicity, with the family's own words where the code asks for them. */
export function EthnicityFields() {
  const ethnicity: unknown = useWatch({ name: 'ethnicity' });
  return (
    <>
      <SelectField
        name="ethnicity"
        label="Ethnicity"
        hintEnd="As the family says it"
        options={ethnicityOptions}
      />
      {typeof ethnicity === 'string' && asksForWords(ethnicity) ? (
        <TextField name="ethnicityOther" label="Which, in the family’s words" />
      ) : null}
    </>
  );
}

/** The address, and whether it is hidden. */
export function AddressFields() {
  return (
    <>
      <TextArea name="address" label="Address" rows={2} optional />
      <FieldRow>
        <TextField name="postcode" label="Postcode" optional />
        <CheckField
          name="addressRestricted"
          label="Restricted address"
          hint="Shown only to who asks for it, which is recorded. Never searched by, never printed."
        />
      </FieldRow>
    </>
  );
}

/** Exactly one of a date of birth and the day an unborn child is expected (BR-12). */
export function BirthFields() {
  const { setValue } = useFormContext();
  const expected: unknown = useWatch({ name: 'unborn' });
  const isUnborn = expected === true;
  const isEstimated: unknown = useWatch({ name: 'dobEstimated' });
  return (
    <>
      <FieldRow>
        <Choice
          name="unborn"
          label="Birth"
          options={[
            { value: false, label: 'Born' },
            { value: true, label: 'Not born yet' },
          ]}
          onValue={(unborn) => {
            setValue(unborn === true ? 'dob' : 'expectedOn', null);
            if (unborn === true) setValue('dobEstimated', false);
          }}
        />
        {isUnborn ? (
          <DateField
            name="expectedOn"
            label="Expected on"
            hint="If the mother is under 18, the CAF is hers, not the baby’s."
            missing="Enter the day the child is expected."
          />
        ) : (
          <DateField
            name="dob"
            label="Date of birth"
            missing="Enter the date of birth."
            onValue={(day) => {
              if (isEstimated === true && typeof day === 'string') setValue('dob', `${day.slice(0, 8)}15`);
            }}
          />
        )}
      </FieldRow>
      {isUnborn ? null : <EstimatedField />}
    </>
  );
}

/** A birth of which only the month is known stands on the 15th. */
function EstimatedField() {
  const { getValues, setValue } = useFormContext();
  return (
    <CheckField
      name="dobEstimated"
      label="The day is an estimate"
      hint="Only month and year are known: the day is set to the 15th."
      onValue={(estimated) => {
        const dob: unknown = getValues('dob');
        if (estimated === true && typeof dob === 'string') setValue('dob', `${dob.slice(0, 8)}15`);
      }}
    />
  );
}
