import { styled } from '@mui/material/styles';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';
import { Status, type StatusKind } from './Status.tsx';

export type Task = {
  id: string;
  code: string;
  label: string;
  kind: StatusKind;
  word: string;
  to: LinkTarget;
};
export type TaskGroup = { title: string; count: string; tasks: Task[] };

const List = styled('nav')({
  padding: `${rem(4)} 0`,
  '& section + section': { borderTop: `1px solid ${look.line}`, paddingTop: rem(4), marginTop: rem(4) },
  '& h3': {
    ...tabular,
    display: 'flex',
    justifyContent: 'space-between',
    padding: `${rem(4)} ${rem(16)}`,
    fontSize: rem(12),
    lineHeight: rem(18),
    fontWeight: 600,
    color: look.ink2,
    '& span': { fontWeight: 400 },
  },
});

const Row = styled(PlainLink)({
  display: 'grid',
  gridTemplateColumns: `${rem(32)} minmax(0, 1fr) ${rem(118)}`,
  alignItems: 'center',
  minHeight: rem(27),
  padding: `0 ${rem(12)} 0 ${rem(13)}`,
  borderLeft: `${rem(3)} solid transparent`,
  color: look.ink,
  textDecoration: 'none',
  fontSize: rem(13),
  lineHeight: rem(18),
  '&:hover': { backgroundColor: look.hover },
  '&:focus-visible': { outlineOffset: rem(-2) },
  '& .code': { color: look.ink3 },
  '@media (forced-colors: active)': {
    '&:not([aria-current])': { borderLeftColor: 'Canvas' },
  },
  '&[aria-current]': {
    backgroundColor: look.tealTint,
    borderLeftColor: look.teal,
    color: look.teal,
    fontWeight: 600,
    '& .code': { color: look.teal },
  },
});

/** Parts to fill in, each with where it stands; the whole row is the link, the open one is marked. */
export function TaskList(props: { label: string; groups: TaskGroup[] }) {
  return (
    <List aria-label={props.label}>
      {props.groups.map((group) => (
        <section key={group.title}>
          <h3>
            {group.title} <span>{group.count}</span>
          </h3>
          <ul>
            {group.tasks.map((task) => (
              <li key={task.id}>
                <Row target={task.to} exact>
                  <span className="code">{task.code}</span>
                  <span>{task.label}</span>
                  <Status kind={task.kind} quiet={task.kind !== 'attention' && task.kind !== 'stop'}>
                    {task.word}
                  </Status>
                </Row>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </List>
  );
}
