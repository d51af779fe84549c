import type { FieldValues } from 'react-hook-form';
import type { ReactNode } from 'react';
import {
  formatPounds,
  formatPoundsPlain,
  formatPriceE4,
  formatQuantity,
  parsePounds,
  parsePriceE4,
  parseQuantity,
} from '#shared/domain/money.ts';
import { ParsedField, type FieldEndProps, type ParsedFieldProps, type Parsing } from './ParsedField.tsx';

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value);
const unreadable = () => Number.NaN;

const money: Parsing<number> = {
  parse: parsePounds,
  format: formatPoundsPlain,
  unreadable,
  isValue: isNumber,
};
const price: Parsing<number> = {
  parse: parsePriceE4,
  format: (value) => formatPriceE4(value).replace('£', ''),
  unreadable,
  isValue: isNumber,
};
const quantity: Parsing<number> = {
  parse: parseQuantity,
  format: formatQuantity,
  unreadable,
  isValue: isNumber,
};

/** "= £4.50" beside a sum while it is typed. */
function SumOf(props: FieldEndProps) {
  const isSum = /\d\s*[-+*×]\s*[\d£.]/.test(props.typed);
  const pence = isSum ? parsePounds(props.typed) : null;
  return pence === null ? null : <span aria-live="polite">= {formatPounds(pence)}</span>;
}

/** Pounds, kept as pence. Sums work: `12.50*3`, `10+2.50`. */
export function MoneyField<T extends FieldValues, O>(props: ParsedFieldProps<T, O>) {
  return <ParsedField {...props} parsing={money} strong start={<span>£</span>} End={SumOf} />;
}

/** A unit price, kept in ten-thousandths of a pound, because some goods cost a fraction of a penny. */
export function PriceField<T extends FieldValues, O>(props: ParsedFieldProps<T, O>) {
  return <ParsedField {...props} parsing={price} start={<span>£</span>} />;
}

/** How many, kept in thousandths: `2.5` is 2500. `unit` stands at its end. */
export function QuantityField<T extends FieldValues, O>(
  props: ParsedFieldProps<T, O> & { unit?: ReactNode },
) {
  return <ParsedField {...props} parsing={quantity} end={props.unit ? <span>{props.unit}</span> : null} />;
}
