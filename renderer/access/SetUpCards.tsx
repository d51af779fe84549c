import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useFieldArray, useWatch } from 'react-hook-form';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { ColourField } from '#renderer/settings/ColourField.tsx';
import { PaperHead } from '#renderer/settings/PaperHead.tsx';
import { rem } from '#renderer/app/tokens.ts';
import { DigitsField } from './DigitsField.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { PassphraseVerdict } from './PassphraseVerdict.tsx';
import type { SetUpForm } from './setUpForm.ts';

type Props = { form: SetUpForm };

/** What the office is called and where it is. */
export function OfficeCard({ form: { control } }: Props) {
  return (
    <Card title="The office">
      <FieldStack>
        <FieldRow>
          <TextField
            control={control}
            name="trustName"
            label="Name of the office"
            missing="Enter the name of the office."
            hint="Such as Marlford Children’s Trust"
            autoComplete="organization"
          />
          <TextField
            control={control}
            name="councilName"
            label="Name of the council"
            missing="Enter the name of the council."
            hint="Stands first on every order"
          />
        </FieldRow>
        <TextArea
          control={control}
          name="address"
          label="Address of the office"
          missing="Enter the address of the office."
          hint="Line by line, as on an envelope"
        />
        <FieldRow>
          <TextField control={control} name="phone" label="Telephone" type="tel" optional />
          <TextField control={control} name="email" label="Email" type="email" optional />
        </FieldRow>
      </FieldStack>
    </Card>
  );
}

/** Who pays, and where the providers send their invoices. */
export function InvoicesCard({ form: { control } }: Props) {
  return (
    <Card title="Where invoices go">
      <FieldStack>
        <TextField
          control={control}
          name="invoiceName"
          label="Who is invoiced"
          missing="Say who is invoiced."
          hint="Such as Accounts Payable, Marlford Borough Council"
        />
        <TextArea
          control={control}
          name="invoiceAddress"
          label="Address for invoices"
          missing="Enter the address for invoices."
        />
        <TextField control={control} name="invoiceEmail" label="Email for invoices" type="email" optional />
      </FieldStack>
    </Card>
  );
}

const Pair = styled('div')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${rem(320)}), 1fr))`,
  gap: rem(24),
  alignItems: 'start',
  '& > *': { minWidth: 0 },
});

/** The colour of the paper's head and the first number, with the paper beside it. */
export function LetterheadCard({ form: { control } }: Props) {
  const typed = useWatch({ control });
  return (
    <Card title="Purchase orders">
      <Pair>
        <FieldStack>
          <ColourField
            control={control}
            name="letterheadColour"
            label="Letterhead colour"
            hint="A ready one, or your own"
          />
          <DigitsField
            control={control}
            name="firstOrderNumber"
            label="Number of the first order"
            missing="Enter the number of the first order."
            hint="Seven digits. Go on from your old system, so that no number is used twice."
          />
        </FieldStack>
        <PaperHead
          councilName={typed.councilName ?? ''}
          trustName={typed.trustName ?? ''}
          address={typed.address ?? ''}
          invoiceName={typed.invoiceName ?? ''}
          invoiceAddress={typed.invoiceAddress ?? ''}
          invoiceEmail={typed.invoiceEmail ?? ''}
          colour={typed.letterheadColour ?? ''}
          number={String(typed.firstOrderNumber ?? '')}
        />
      </Pair>
    </Card>
  );
}

const AreaList = styled('ul')({
  display: 'flex',
  flexDirection: 'column',
  gap: rem(12),
  marginBottom: rem(12),
  '& li': {
    display: 'grid',
    gridTemplateColumns: `minmax(0, ${rem(360)}) auto`,
    gap: rem(8),
    alignItems: 'end',
  },
});

/** The areas that children, teams and budgets belong to. */
export function AreasCard({ form }: Props) {
  const { control, setFocus } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'areas' });
  const add = () => {
    append({ name: '' }, { shouldFocus: false });
    // The field is there after the next drawing.
    setTimeout(() => setFocus(`areas.${fields.length}.name`));
  };
  return (
    <Card title="Areas" note="that children, teams and budgets belong to">
      <AreaList>
        {fields.map((field, at) => (
          <li key={field.id}>
            <TextField
              control={control}
              name={`areas.${at}.name`}
              label={fields.length > 1 ? `Area ${at + 1}` : 'Area'}
              missing="Enter the name of the area, or take it away."
            />
            {fields.length > 1 ? (
              <Act kind="text" icon={X} spokenLabel={`Take away area ${at + 1}`} onPress={() => remove(at)}>
                Take away
              </Act>
            ) : null}
          </li>
        ))}
      </AreaList>
      <Act icon={Plus} onPress={add}>
        Add another area
      </Act>
    </Card>
  );
}

/** Who begins: the first person, who adds the others. */
export function YouCard({ form: { control } }: Props) {
  const [typed, name, userName, trustName, councilName] = useWatch({
    control,
    name: ['passphrase', 'person.name', 'person.userName', 'trustName', 'councilName'],
  });
  return (
    <Card title="You" note="the first to sign in; you add the others">
      <FieldStack>
        <FieldRow>
          <TextField control={control} name="person.name" label="Your name" autoComplete="name" />
          <TextField
            control={control}
            name="person.jobTitle"
            label="Job title"
            missing="Enter your job title."
            autoComplete="organization-title"
          />
        </FieldRow>
        <FieldRow>
          <TextField control={control} name="person.phone" label="Your telephone" type="tel" optional />
          <TextField control={control} name="person.email" label="Your email" type="email" optional />
        </FieldRow>
        <TextField
          control={control}
          name="person.userName"
          label="User name"
          missing="Choose a user name."
          hint="Short, such as your first name. You type it each time you sign in."
          autoComplete="username"
        />
        <PassphraseField
          control={control}
          name="passphrase"
          label="Passphrase"
          missing="Choose a passphrase."
          hint={
            <PassphraseVerdict
              typed={typed}
              owner={{ userName, names: [name, trustName, councilName] }}
              rules="12 characters or more. Four words that have nothing to do with each other are easy to remember and hard to guess. Spaces count. Leave your user name out of it."
            />
          }
          autoComplete="new-password"
        />
        <PassphraseField
          control={control}
          name="again"
          label="Passphrase again"
          missing="Type the passphrase again."
          autoComplete="new-password"
        />
      </FieldStack>
    </Card>
  );
}
