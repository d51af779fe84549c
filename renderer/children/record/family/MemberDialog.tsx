import { useCallback, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { contract } from '#shared/contract/index.ts';
import { memberProblems } from '#shared/domain/family.ts';
import { Autocomplete, type Option } from '#renderer/components/form/Autocomplete.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { searchChildren } from '../../childSearch.ts';
import { yesNoOptions } from '../../details/ChildFields.tsx';
import { relationshipOptions, relationshipWord } from '../../words.ts';
import { NewerVersion } from '../plan/NewerVersion.tsx';
import { useFreshVersion } from '../plan/useFreshVersion.ts';
import { useRecord } from '../recordContext.ts';
import type { Member } from './FamilyCard.tsx';
import { homeWords } from './familyWords.ts';

const blank = {
  name: '',
  relationshipWords: '',
  parentalResponsibility: 'NK' as const,
  phone: '',
  dob: null,
  livesWithChild: 'NK' as const,
  sameAddress: true,
  address: '',
  postcode: '',
  addressRestricted: false,
  school: '',
  isSignatory: false,
  linkedChildId: null,
  goneOn: null,
};

/** Adds somebody to the family or household, or changes them. A restricted address is fetched to be changed. */
export function MemberDialog(props: { member: Member | null; onClose: () => void }) {
  const { member, onClose } = props;
  const { record } = useRecord();
  const isHidden = member?.addressRestricted ?? false;
  const { data } = useRead('children.address', { id: record.id }, { enabled: isHidden });
  if (isHidden && !data) return null;
  const hidden = data?.members.find((one) => one.id === member?.id);
  const address = isHidden && hidden ? { address: hidden.address, postcode: hidden.postcode } : {};
  return <MemberForm opened={member && { ...member, ...address }} onClose={onClose} />;
}

function MemberForm(props: { opened: Member | null; onClose: () => void }) {
  const { opened, onClose } = props;
  const { record, today } = useRecord();
  const { run } = useWrite('children.saveMember');
  const toasts = useToasts();
  const now = record.carers.find((one) => one.id === opened?.id) ?? opened;
  const fresh = useFreshVersion(now?.version ?? 0);
  const schema = useMemo(
    () =>
      contract['children.saveMember'].input.superRefine((values, context) => {
        for (const { field, message } of memberProblems(values, today))
          context.addIssue({ code: 'custom', path: [field], message });
      }),
    [today],
  );
  const { linked, ...known } = opened ?? { ...blank, id: null, version: 0, linked: null };
  const form = useOfficeForm({ schema, defaultValues: { ...known, childId: record.id } });
  return (
    <FormDialog
      title={opened ? opened.name : 'Add somebody of the family'}
      width={720}
      form={form}
      act={opened ? 'Save the changes' : 'Add to the family'}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run({ ...values, version: fresh.version });
        if (!result.ok) return fresh.heard(result.problem);
        toasts.done(opened ? 'Family saved.' : `${values.name} added to the family.`);
        onClose();
        return undefined;
      }}
    >
      {fresh.isStale && now ? (
        <NewerVersion
          rows={[
            { label: 'Name', words: now.name },
            { label: 'Who', words: relationshipWord(now) },
            { label: 'Telephone', words: now.phone },
            { label: 'Home', words: homeWords(now) },
          ]}
        />
      ) : null}
      <MemberFields linked={linked && { id: linked.id, label: linked.name, detail: linked.reference }} />
    </FormDialog>
  );
}

function MemberFields(props: { linked: Option | null }) {
  const relationship: unknown = useWatch({ name: 'relationship' });
  const sameAddress: unknown = useWatch({ name: 'sameAddress' });
  const needsWords = relationship === 'other' || relationship === 'other_relative';
  return (
    <>
      <FieldRow>
        <TextField name="name" label="Name" startHere />
        <SelectField
          name="relationship"
          label="Who they are"
          options={relationshipOptions}
          missing="Say who they are to the child."
        />
        {needsWords ? (
          <TextField name="relationshipWords" label="Which" placeholder="Mother’s partner" />
        ) : null}
      </FieldRow>
      <FieldRow>
        <Choice name="parentalResponsibility" label="Parental responsibility" options={yesNoOptions} />
        <Choice name="livesWithChild" label="Lives with the child" options={yesNoOptions} />
      </FieldRow>
      <FieldRow>
        <DateField name="dob" label="Date of birth" optional />
        <TextField name="phone" label="Telephone" type="tel" optional />
        {relationship === 'sibling' ? <TextField name="school" label="School or nursery" optional /> : null}
      </FieldRow>
      <HomeFields isOther={sameAddress === false} />
      {relationship === 'sibling' || relationship === 'mother' ? (
        <LinkField selected={props.linked} isSibling={relationship === 'sibling'} />
      ) : null}
      <FieldRow>
        <CheckField name="isSignatory" label="Signs for the child" hint="Consent and the assessment." />
        <DateField name="goneOn" label="No longer of the family since" optional />
      </FieldRow>
    </>
  );
}

function HomeFields(props: { isOther: boolean }) {
  return (
    <>
      <Choice
        name="sameAddress"
        label="Address"
        options={[
          { value: true, label: 'The child’s' },
          { value: false, label: 'Another' },
        ]}
      />
      {props.isOther ? (
        <>
          <TextArea name="address" label="Their address" rows={2} optional />
          <FieldRow>
            <TextField name="postcode" label="Their postcode" optional />
            <CheckField
              name="addressRestricted"
              label="Restricted address"
              hint="Shown only to who asks for it, which is recorded. Never printed."
            />
          </FieldRow>
        </>
      ) : null}
    </>
  );
}

function LinkField(props: { selected: Option | null; isSibling: boolean }) {
  const { record } = useRecord();
  const search = useCallback((query: string) => searchChildren(query, [record.id]), [record.id]);
  return (
    <Autocomplete
      name="linkedChildId"
      label="Their own record"
      hint={
        props.isSibling
          ? 'Each is then named in the other’s family. Type a name or a reference.'
          : 'Of a young mother who has one. Type a name or a reference.'
      }
      search={search}
      selected={props.selected}
      none="No record that you may see is called that"
      optional
    />
  );
}
