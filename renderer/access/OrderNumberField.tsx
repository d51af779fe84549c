import type { FieldValues } from 'react-hook-form';
import { ParsedField, type ParsedFieldProps, type Parsing } from '#renderer/components/form/ParsedField.tsx';

const orderNumber: Parsing<number> = {
  parse: (text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null),
  format: String,
  unreadable: (text) => text,
  isValue: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
};

/** A number of a purchase order: digits without spaces, as they stand on the paper. */
export function OrderNumberField<T extends FieldValues, O>(props: ParsedFieldProps<T, O>) {
  return <ParsedField {...props} parsing={orderNumber} inputMode="text" />;
}
