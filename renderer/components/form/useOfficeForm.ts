import { toNestErrors } from '@hookform/resolvers';
import { useState } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import { z } from 'zod';
import { shareNames, type FieldName } from './fieldNames.ts';
import { isNameless, plainMessage } from './plainMessages.ts';

type ObjectSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

function inner(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return inner(schema.unwrap() as z.ZodType);
  return schema;
}

/** An empty field as the schema wants it: as it is, left out, or null, whichever it takes first; else as it is. */
function empty(schema: z.ZodType, value: unknown): unknown {
  const taken = [value, undefined, null].filter((one) => schema.safeParse(one).success);
  return taken.length > 0 ? taken[0] : value;
}

/**
 * What was typed, with every empty field turned into what the schema calls empty. Fields know only "nothing typed";
 * whether that is null, missing or an empty text is the contract's affair.
 */
export function tidy(schema: z.ZodType, value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return empty(schema, value);
  const type = inner(schema);
  if (type instanceof z.ZodObject && typeof value === 'object') {
    const shape: Record<string, z.ZodType> = type.shape;
    const parts = Object.entries(value).map(([key, part]) => [
      key,
      shape[key] ? tidy(shape[key], part) : part,
    ]);
    return Object.fromEntries(parts);
  }
  if (type instanceof z.ZodArray && Array.isArray(value))
    return value.map((part: unknown) => tidy(type.element as z.ZodType, part));
  return value;
}

const nameless: FieldName = { label: 'This', act: 'Enter' };

function nameOf(names: ReadonlyMap<string, FieldName>, path: readonly PropertyKey[]): FieldName {
  return names.get(path.map(String).join('.')) ?? nameless;
}

/** Checks against the contract's schema, in sentences that name the fields as the page does. */
function checker<S extends ObjectSchema>(
  schema: S,
  names: ReadonlyMap<string, FieldName>,
): Resolver<z.input<S>, unknown, z.output<S>> {
  return (values, _context, options) => {
    const result = schema.safeParse(tidy(schema, values), {
      error: (issue) => plainMessage(issue, nameOf(names, issue.path ?? [])),
    });
    if (result.success) return { values: result.data, errors: {} };
    const errors: FieldErrors = {};
    for (const issue of result.error.issues) {
      const path = issue.path.map(String).join('.') || 'root';
      const name = nameOf(names, issue.path);
      const isBare = isNameless(issue.message) && name !== nameless;
      const message = isBare
        ? plainMessage({ ...issue, input: undefined, code: 'custom' }, name)
        : issue.message;
      errors[path] ??= { type: issue.code, message };
    }
    return { values: {}, errors: toNestErrors(errors, options) };
  };
}

export type OfficeForm<S extends ObjectSchema> = UseFormReturn<z.input<S>, unknown, z.output<S>>;

/**
 * A form that is checked against an operation's input when it is submitted, never while it is typed. An error stays
 * until its field is changed.
 */
export function useOfficeForm<S extends ObjectSchema>(options: {
  schema: S;
  defaultValues?: DefaultValues<z.input<S>>;
  /** Values that arrive later, such as the record that is edited. */
  values?: z.input<S>;
}): OfficeForm<S> {
  const { schema, ...rest } = options;
  const [names] = useState(() => new Map<string, FieldName>());
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    ...rest,
    resolver: checker(schema, names),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  shareNames(form.control, names);
  return form;
}
