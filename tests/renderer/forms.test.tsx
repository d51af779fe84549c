import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { MoneyField, PriceField, QuantityField } from '#renderer/components/form/NumberFields.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { tidy, useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import type { Problem } from '#shared/problems.ts';
import { renderInApp } from './render.tsx';

const schema = z.object({
  name: z.string().trim().min(1, 'Fill this in.'),
  pence: z.number().int().min(0),
  quantity: z.number().int().min(1),
  price: z.number().int().nullable(),
  on: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'Enter a date, such as 14 Mar 2008.'),
  vat: z.enum(['S', 'E']),
  kind: z.enum(['goods', 'service']),
});
type Values = z.output<typeof schema>;

function Purchase(props: { onSubmit: (values: Values) => Problem | undefined }) {
  const form = useOfficeForm({ schema });
  const { control } = form;
  return (
    <Form form={form} onSubmit={props.onSubmit} label="Purchase">
      <TextField name="name" control={control} label="Name" hint="As on the list" />
      <MoneyField name="pence" control={control} label="Amount" />
      <QuantityField name="quantity" control={control} label="Quantity" unit="sessions" />
      <PriceField name="price" control={control} label="Price" optional />
      <DateField name="on" control={control} label="Wanted by" missing="Say by which day it is wanted." />
      <SelectField
        name="vat"
        control={control}
        label="VAT code"
        options={[
          { value: 'S', label: 'S standard' },
          { value: 'E', label: 'E exempt' },
        ]}
      />
      <Choice
        name="kind"
        control={control}
        label="Kind"
        options={[
          { value: 'goods', label: 'Goods' },
          { value: 'service', label: 'Service' },
        ]}
      />
      <button type="submit">Book</button>
    </Form>
  );
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${name}`));

async function fill() {
  const submit = vi.fn<(values: Values) => Problem | undefined>();
  const shown = await renderInApp(<Purchase onSubmit={submit} />);
  return { ...shown, submit };
}

describe('a form', () => {
  it('takes the focus to its summary of errors, each leading to its field, and keeps what was typed', async () => {
    const { user, submit } = await fill();
    document.title = 'New purchase';
    await user.type(field('Quantity'), '2.5');
    await user.click(screen.getByRole('button', { name: 'Book' }));

    const summary = screen.getByRole('alert', { name: 'There is a problem' });
    expect(summary).toHaveFocus();
    expect(document.title).toBe('Error: New purchase');
    expect(submit).not.toHaveBeenCalled();
    const lines = [...summary.querySelectorAll('li')].map((line) => line.textContent);
    expect(lines).toEqual([
      'Enter name.',
      'Enter amount.',
      'Say by which day it is wanted.',
      'Choose VAT code.',
      'Choose kind.',
    ]);
    expect(field('Quantity')).toHaveValue('2.5');
    expect(field('Name')).toHaveAttribute('aria-invalid', 'true');
    expect(field('Name')).toHaveAccessibleDescription('Enter name. As on the list');

    await user.click(screen.getByRole('link', { name: 'Enter amount.' }));
    expect(field('Amount')).toHaveFocus();
  });

  it('brings the focus back to the summary at every further attempt', async () => {
    const { user } = await fill();
    await user.click(screen.getByRole('button', { name: 'Book' }));
    field('Name').focus();
    await user.click(screen.getByRole('button', { name: 'Book' }));
    expect(screen.getByRole('alert', { name: 'There is a problem' })).toHaveFocus();
  });

  it('takes an error away when its field is changed, not before', async () => {
    const { user } = await fill();
    await user.click(screen.getByRole('button', { name: 'Book' }));
    await user.type(field('Name'), 'B');
    expect(screen.queryByRole('link', { name: 'Enter name.' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Enter amount.' })).toBeInTheDocument();
  });

  it('hands in what the contract wants, from what people type', async () => {
    const { user, submit } = await fill();
    await user.type(field('Name'), '  Bus ticket ');
    await user.type(field('Amount'), '1.50*4');
    await user.type(field('Quantity'), '2.5');
    await user.type(field('Wanted by'), '14/3/08');
    await user.selectOptions(field('VAT code'), 'E exempt');
    await user.click(screen.getByRole('radio', { name: 'Service' }));
    await user.click(screen.getByRole('button', { name: 'Book' }));
    expect(submit).toHaveBeenCalledWith({
      name: 'Bus ticket',
      pence: 600,
      quantity: 2500,
      price: null,
      on: '2008-03-14',
      vat: 'E',
      kind: 'service',
    });
  });

  it('puts the office’s problem on the field it names, and the rest in the summary with its reference', async () => {
    const { user, submit } = await fill();
    submit.mockReturnValue({
      code: 'invalid',
      message: 'The order was not saved.',
      reference: 'K3-9Q',
      details: [{ field: 'pence', message: 'Above your own limit of £100.00.' }],
    });
    await user.type(field('Name'), 'Bus ticket');
    await user.type(field('Amount'), '150');
    await user.type(field('Quantity'), '1');
    await user.type(field('Wanted by'), '14 mar 2008');
    await user.selectOptions(field('VAT code'), 'S');
    await user.click(screen.getByRole('radio', { name: 'Goods' }));
    await user.click(screen.getByRole('button', { name: 'Book' }));

    const summary = await screen.findByRole('alert', { name: 'There is a problem' });
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('The order was not saved.');
    expect(summary).toHaveTextContent('K3-9Q');
    expect(screen.getByRole('link', { name: 'Above your own limit of £100.00.' })).toBeInTheDocument();
    expect(field('Amount')).toHaveAccessibleDescription('Above your own limit of £100.00.');
    expect(field('Name')).toHaveValue('Bus ticket');
  });
});

describe('MoneyField', () => {
  it('shows the answer of a sum while it is typed and the amount when it is left', async () => {
    const { user } = await fill();
    await user.type(field('Amount'), '12.50*3');
    expect(screen.getByText('= £37.50')).toBeInTheDocument();
    expect(field('Amount')).toHaveValue('12.50*3');
    await user.tab();
    expect(field('Amount')).toHaveValue('37.50');
  });

  it('keeps what cannot be read, and says so in words', async () => {
    const { user } = await fill();
    await user.type(field('Amount'), 'twelve');
    await user.tab();
    expect(field('Amount')).toHaveValue('twelve');
    await user.click(screen.getByRole('button', { name: 'Book' }));
    expect(
      screen.getByRole('link', { name: 'Amount cannot be read. Enter it in figures, such as 12.50.' }),
    ).toBeInTheDocument();
  });
});

describe('PriceField', () => {
  it('keeps fractions of a penny', async () => {
    const { user } = await fill();
    await user.type(field('Price'), '0.335');
    await user.tab();
    expect(field('Price')).toHaveValue('0.335');
  });
});

describe('DateField', () => {
  it.each([
    ['14/3/08', '14 Mar 2008'],
    ['14 mar 2008', '14 Mar 2008'],
    ['2008-03-14', '14 Mar 2008'],
  ])('reads %s', async (typed, shown) => {
    const { user } = await fill();
    await user.type(field('Wanted by'), typed);
    await user.tab();
    expect(field('Wanted by')).toHaveValue(shown);
  });

  it('keeps a day that the calendar does not have, to be put right', async () => {
    const { user } = await fill();
    await user.type(field('Wanted by'), '30 feb 2008');
    await user.tab();
    expect(field('Wanted by')).toHaveValue('30 feb 2008');
    await user.click(screen.getByRole('button', { name: 'Book' }));
    expect(screen.getByRole('link', { name: 'Enter a date, such as 14 Mar 2008.' })).toBeInTheDocument();
  });
});

describe('tidy', () => {
  it('turns an empty field into what the schema calls empty', () => {
    const shape = z.object({
      note: z.string().default(''),
      on: z.string().min(1).nullable(),
      phone: z.string().min(3).optional(),
      must: z.string().min(1),
      lines: z.array(z.object({ on: z.string().min(1).nullable() })),
    });
    const typed = { note: '', on: '', phone: '', must: '', lines: [{ on: '' }] };
    expect(tidy(shape, typed)).toEqual({
      note: '',
      on: null,
      phone: undefined,
      must: '',
      lines: [{ on: null }],
    });
  });
});
