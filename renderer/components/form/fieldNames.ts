import type { Control, FieldErrors, FieldValues } from 'react-hook-form';

/** What a field is called and whether one writes into it or chooses, for the sentences about it; `missing` is its own. */
export type FieldName = { label: string; act: 'Enter' | 'Choose'; missing?: string | undefined };

type AnyControl = object;
const known = new WeakMap<AnyControl, Map<string, FieldName>>();

/** The fields shown for a form, by path, in the order they stand on the page. */
export function fieldNames<T extends FieldValues, O>(
  control: Control<T, unknown, O>,
): Map<string, FieldName> {
  const names = known.get(control) ?? new Map<string, FieldName>();
  known.set(control, names);
  return names;
}

/** Lets a form's checker and its fields share one list of names. */
export function shareNames<T extends FieldValues, O>(
  control: Control<T, unknown, O>,
  names: Map<string, FieldName>,
): void {
  known.set(control, names);
}

/** The id of the element that takes a field's focus. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll('.', '-')}`;
}

/** One line of the error summary. */
export type FieldProblem = { field: string | null; message: string };

function isLeaf(value: object): value is { message: string } {
  return 'message' in value && typeof value.message === 'string' && 'type' in value;
}

/** Every error of a form as path and words, fields first in their order on the page. */
export function listErrors(errors: FieldErrors, names: Map<string, FieldName>): FieldProblem[] {
  const found: FieldProblem[] = [];
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isLeaf(value)) {
      const field = path.join('.');
      found.push({ field: names.has(field) ? field : null, message: value.message });
      return;
    }
    for (const [key, part] of Object.entries(value)) if (key !== 'ref') walk(part, [...path, key]);
  };
  walk(errors, []);
  const order = [...names.keys()];
  const place = (one: FieldProblem) => (one.field === null ? -1 : order.indexOf(one.field));
  return found.sort((a, b) => place(a) - place(b));
}
