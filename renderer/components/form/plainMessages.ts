import type { z } from 'zod';
import type { FieldName } from './fieldNames.ts';

type Issue = z.core.$ZodRawIssue;

/** `Amount` becomes `amount`, `VAT code` stays as it is. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase('en-GB') + label.slice(1) : label;
}

/** What to do about an empty field. */
function ask(field: FieldName): string {
  return field.missing ?? `${field.act} ${inSentence(field.label)}.`;
}

function tooSmall(issue: Issue & { code: 'too_small' }, field: FieldName): string {
  const least = Number(issue.minimum);
  if (issue.origin === 'string')
    return least <= 1 ? ask(field) : `${field.label} needs ${least} characters or more.`;
  if (issue.origin === 'array' || issue.origin === 'set')
    return least <= 1
      ? `Add at least one: ${inSentence(field.label)}.`
      : `${field.label} needs ${least} or more.`;
  return Number(issue.minimum) <= 0
    ? `${field.label} cannot be less than nought.`
    : `${field.label} is too small.`;
}

function tooBig(issue: Issue & { code: 'too_big' }, field: FieldName): string {
  const most = Number(issue.maximum);
  if (issue.origin === 'string')
    return `${field.label} must be ${most.toLocaleString('en-GB')} characters or fewer.`;
  if (issue.origin === 'array' || issue.origin === 'set') return `${field.label} can have ${most} at most.`;
  return `${field.label} is too large.`;
}

/** Contract sentences that know nothing of the field they stand under; the field's own name says more. */
const nameless = new Set(['Fill this in.']);

export function isNameless(message: string): boolean {
  return nameless.has(message);
}

/** The plain sentence for what zod found, by the name of the field. A schema's own sentence comes before this. */
export function plainMessage(issue: Issue, field: FieldName): string {
  if (issue.code === 'too_small') return tooSmall(issue, field);
  if (issue.code === 'too_big') return tooBig(issue, field);
  if (issue.code === 'invalid_type' && Number.isNaN(issue.input))
    return `${field.label} cannot be read. Enter it in figures, such as 12.50.`;
  const isEmpty = issue.input === undefined || issue.input === null || issue.input === '';
  return isEmpty ? ask(field) : `${field.label} cannot be read. ${ask(field)}`;
}
