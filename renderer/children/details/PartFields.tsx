import { styled } from '@mui/material/styles';
import { useWatch } from 'react-hook-form';
import { disabilities } from '#shared/codes/disability.ts';
import { senStatuses } from '#shared/codes/senStatuses.ts';
import { upnUnknownReasons } from '#shared/codes/upnUnknown.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useField } from '#renderer/components/form/useField.ts';
import {
  AddressFields,
  AreaField,
  BirthFields,
  EthnicityFields,
  NameFields,
  SexField,
  yesNoOptions,
} from './ChildFields.tsx';

const codesOf = (list: readonly { code: string; label: string }[]) =>
  list.map(({ code, label }) => ({ value: code, label }));

/** Who the child is. */
export function WhoFields() {
  return (
    <>
      <NameFields />
      <BirthFields />
      <FieldRow>
        <SexField />
        <DateField name="diedOn" label="Died on" hint="Every reminder stops; the record stays." optional />
      </FieldRow>
    </>
  );
}

/** Where the child lives, and how to reach them. */
export function WhereFields() {
  return (
    <>
      <AddressFields />
      <FieldRow>
        <TextField name="phone" label="Telephone" type="tel" optional />
        <TextField name="email" label="E-mail" type="email" optional />
        <AreaField />
      </FieldRow>
    </>
  );
}

/** The numbers that others know the child by. */
export function ReferenceFields() {
  return (
    <>
      <FieldRow>
        <TextField name="school" label="School or nursery" optional />
        <TextField name="uniqueRef" label="Unique reference" hintEnd="As on the paper form" optional />
      </FieldRow>
      <FieldRow>
        <TextField
          name="nhsNumber"
          label="NHS number"
          hint="Ten digits; the last checks the others."
          optional
        />
        <TextField name="upn" label="Pupil number (UPN)" hint="A letter and twelve figures." optional />
        <SelectField
          name="upnUnknown"
          label="Why there is no pupil number"
          options={codesOf(upnUnknownReasons)}
          blank="Not said"
          optional
        />
      </FieldRow>
    </>
  );
}

/** What the family says of where they come from, what they speak and what they believe. */
export function BackgroundFields() {
  return (
    <>
      <FieldRow>
        <EthnicityFields />
        <TextField name="religion" label="Religion" optional />
      </FieldRow>
      <FieldRow>
        <TextField name="firstLanguage" label="Child’s first language" optional />
        <TextField name="parentLanguage" label="Parents’ first language" optional />
      </FieldRow>
      <FieldRow>
        <Choice name="interpreterNeeded" label="Interpreter or signer needed" options={yesNoOptions} />
        <CheckField name="interpreterArranged" label="One has been arranged" />
      </FieldRow>
      <TextField
        name="immigrationStatus"
        label="Immigration status"
        hint="Ask only when it matters for the help. Never printed unless somebody asks for it."
        optional
      />
    </>
  );
}

/** Disability, needs at school, care. */
export function NeedsFields() {
  const lookedAfter: unknown = useWatch({ name: 'lookedAfter' });
  const sex: unknown = useWatch({ name: 'sex' });
  return (
    <>
      <FieldRow>
        <Choice name="disabled" label="Disabled" options={yesNoOptions} />
        <SelectField name="senStatus" label="Special educational needs" options={codesOf(senStatuses)} />
      </FieldRow>
      <DisabilityField />
      <TextArea name="disabilityDetails" label="What the disability means day by day" rows={2} optional />
      <TextArea
        name="specialRequirements"
        label="Special requirements"
        hint="Of the child or the parents: signing, access, large print."
        rows={2}
        optional
      />
      <FieldRow>
        <Choice name="youngCarer" label="Young carer" options={yesNoOptions} />
        <Choice name="exclusionRisk" label="At risk of exclusion" options={yesNoOptions} />
      </FieldRow>
      <FieldRow>
        <Choice name="lookedAfter" label="Looked after" options={yesNoOptions} />
        <DateField name="lookedAfterFrom" label="Looked after from" optional />
        {lookedAfter === 'N' ? <DateField name="lookedAfterTo" label="Looked after until" optional /> : null}
      </FieldRow>
      {sex === 'M' ? null : (
        <FieldRow>
          <DateField
            name="expectingOn"
            label="Expects a baby on"
            hint="Of a young mother-to-be: the CAF is completed on her."
            optional
          />
        </FieldRow>
      )}
    </>
  );
}

const Kinds = styled('fieldset')({
  '& legend': { fontSize: rem(13), lineHeight: rem(18), fontWeight: 600, marginBottom: rem(6) },
  '& .kinds': {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${rem(200)}, 1fr))`,
    gap: `${rem(4)} ${rem(16)}`,
  },
  '& label': { display: 'flex', gap: rem(8), minHeight: rem(26), alignItems: 'center', cursor: 'pointer' },
  '& input': { width: rem(16), height: rem(16), margin: 0, flex: 'none', accentColor: look.teal },
  '& .error': { color: look.red, fontSize: rem(13), fontWeight: 600, marginTop: rem(6) },
});

/** The kinds of disability (CL-03), several at once; "No disability" takes the others away, and they take it away. */
function DisabilityField() {
  const field = useField({ name: 'disabilities', label: 'Kinds of disability' }, 'Choose');
  const chosen = Array.isArray(field.value) ? field.value.filter((code) => typeof code === 'string') : [];
  const press = (code: string, isOn: boolean) => {
    const others = chosen.filter((one) => one !== code && (code === 'NONE') === (one === 'NONE'));
    field.change(isOn ? [...others, code] : chosen.filter((one) => one !== code));
  };
  return (
    <Kinds aria-describedby={field.error ? `${field.id}-error` : undefined}>
      <legend>Kinds of disability</legend>
      <div className="kinds">
        {disabilities.map(({ code, label }, at) => (
          <label key={code}>
            <input
              type="checkbox"
              id={at === 0 ? field.id : `${field.id}-${code}`}
              ref={at === 0 ? field.hold : undefined}
              checked={chosen.includes(code)}
              onChange={(event) => press(code, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
      {field.error ? (
        <p className="error" id={`${field.id}-error`}>
          {field.error}
        </p>
      ) : null}
    </Kinds>
  );
}
