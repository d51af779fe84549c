import { Card } from '#renderer/components/Card.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { ColourField } from './ColourField.tsx';
import type { SettingsControl } from './settingsForm.ts';

/** What the office is called and where it is. */
export function OfficeFields({ control }: SettingsControl) {
  return (
    <Card title="The office">
      <FieldStack>
        <FieldRow>
          <TextField control={control} name="trustName" label="Name of the office" />
          <TextField control={control} name="councilName" label="Name of the council" />
        </FieldRow>
        <TextArea
          control={control}
          name="address"
          label="Address of the office"
          hint="One line each, as on an envelope"
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
export function InvoiceFields({ control }: SettingsControl) {
  return (
    <Card title="Where invoices go">
      <FieldStack>
        <FieldRow>
          <TextField control={control} name="invoiceName" label="Who is invoiced" />
          <TextField control={control} name="invoiceEmail" label="Email for invoices" type="email" optional />
        </FieldRow>
        <TextArea control={control} name="invoiceAddress" label="Address for invoices" />
      </FieldStack>
    </Card>
  );
}

/** What an order says of delivery and terms unless somebody writes otherwise. */
export function OrderFields({ control }: SettingsControl) {
  return (
    <Card title="Delivery and terms">
      <FieldStack>
        <TextArea
          control={control}
          name="deliverTo"
          label="Deliver to"
          hint="Where goods are received. Nothing about a child belongs here."
          rows={2}
          optional
        />
        <TextArea
          control={control}
          name="terms"
          label="Terms"
          hint="Printed at the foot of every order, one a line"
          optional
        />
      </FieldStack>
    </Card>
  );
}

/** The colour of the paper's head. */
export function LetterheadFields({ control }: SettingsControl) {
  return (
    <Card title="Letterhead">
      <ColourField
        control={control}
        name="letterheadColour"
        label="Letterhead colour"
        hint="A ready one, or your own"
      />
    </Card>
  );
}
