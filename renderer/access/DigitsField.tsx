import type { FieldValues } from 'react-hook-form';
import { ParsedField, type ParsedFieldProps, type Parsing } from '#renderer/components/form/ParsedField.tsx';

const digits: Parsing<number> = {
  parse: (text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null),
  format: String,
  unreadable: (text) => text,
  isValue: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
};

/** A whole number in plain digits: an order's number as it stands on the paper, or minutes. */
export function DigitsField<T extends FieldValues, O>(props: ParsedFieldProps<T, O>) {
  return <ParsedField {...props} parsing={digits} inputMode="text" />;
}
