import { contract, type Input } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import Search from 'lucide-react/icons/search';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';

type Query = Input<'children.check'>;

const blank: Query = { givenNames: '', familyName: '', dob: null, expectedOn: null, postcode: '' };

/** The search before a new record: what is known of the child, in four fields. */
export function LookForm(props: {
  query: Query | undefined;
  onLook: (query: Query) => Promise<Problem | undefined>;
}) {
  const { query, onLook } = props;
  const form = useOfficeForm({ schema: contract['children.check'].input, defaultValues: query ?? blank });
  return (
    <Card title="Is the child on record already?" note="Names may be spelt as they sound">
      <Form form={form} onSubmit={onLook} label="Look for the child">
        <FieldStack>
          <FieldRow>
            <TextField control={form.control} name="givenNames" label="Given names" optional startHere />
            <TextField control={form.control} name="familyName" label="Family name" />
            <DateField
              control={form.control}
              name="dob"
              label="Date of birth"
              optional
              placeholder="14/3/2008"
            />
            <DateField control={form.control} name="expectedOn" label="Or expected on" optional />
            <TextField control={form.control} name="postcode" label="Postcode" optional />
          </FieldRow>
          <div>
            <Act
              kind={query ? 'quiet' : 'main'}
              type="submit"
              icon={Search}
              busy={form.formState.isSubmitting}
            >
              {query ? 'Look again' : 'Look for the child'}
            </Act>
          </div>
        </FieldStack>
      </Form>
    </Card>
  );
}
