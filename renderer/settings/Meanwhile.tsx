import { Card } from '#renderer/components/Card.tsx';

/** A field's name, what it was when the form was opened, and what somebody else made of it. */
export type Difference = { label: string; before: string; now: string };

const said = (value: string) => value.replaceAll('\n', ', ') || 'nothing';

/** What somebody else saved while a form was open, field by field. */
export function Meanwhile(props: { differences: Difference[]; otherwise: string }) {
  const changed = props.differences.filter(({ before, now }) => before !== now);
  return (
    <Card title="Saved meanwhile by somebody else" note="saving again puts yours in its place">
      <ul>
        {changed.map(({ label, before, now }) => (
          <li key={label}>
            {label}: now {said(now)}, before {said(before)}
          </li>
        ))}
        {changed.length === 0 ? <li>{props.otherwise}</li> : null}
      </ul>
    </Card>
  );
}
