import { styled } from '@mui/material/styles';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { formatDay } from '#shared/domain/dates.ts';
import { useShortcut } from '#renderer/app/keyboard.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { clockTime } from '../../words.ts';
import type { DraftState } from './elementDraft.ts';
import { COMMENTS, steps, type SavedElement } from './elementText.ts';

const Words = styled('div')({
  ...tabular,
  flex: '1 1 auto',
  minWidth: 0,
  '& .more': { marginLeft: rem(6), color: look.ink2 },
});

/** The ways on, kept together when the foot has no room for all of it in one line. */
export const FootActs = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: rem(8),
  marginLeft: 'auto',
});

const nameOf = (step: string) => (step === COMMENTS ? 'Comments' : step);

/** The ways to the step before and the step after, with their keys. */
export function StepArrows(props: { step: string; onGo: (step: string) => void }) {
  const { step, onGo } = props;
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const after = steps[at + 1];
  useShortcut('Alt+ArrowUp', () => before && onGo(before), {
    label: 'The element before',
    enabled: before !== undefined,
  });
  useShortcut('Alt+ArrowDown', () => after && onGo(after), {
    label: 'The next element',
    enabled: after !== undefined,
  });
  return (
    <>
      {before ? (
        <Act
          kind="text"
          icon={ArrowUp}
          onPress={() => onGo(before)}
          spokenLabel={`Before: ${nameOf(before)}`}
        >
          {nameOf(before)}
        </Act>
      ) : null}
      {after ? (
        <Act kind="text" icon={ArrowDown} onPress={() => onGo(after)} spokenLabel={`Next: ${nameOf(after)}`}>
          {nameOf(after)}
        </Act>
      ) : null}
    </>
  );
}

/** Where the element stands: when it was saved and by whom, or why it is not; and the way on. */
export function ElementFoot(props: {
  code: string;
  saved: SavedElement | undefined;
  state: DraftState;
  canWrite: boolean;
  onGo: (step: string) => void;
  onDone: () => Promise<void>;
  onRetry: () => void;
}) {
  const { code, saved, state, canWrite, onGo, onDone, onRetry } = props;
  return (
    <>
      <Words>
        <Line {...lineFor(state, saved, canWrite)} />
      </Words>
      {state.kind === 'problem' ? (
        <Act small onPress={onRetry}>
          Save it now
        </Act>
      ) : null}
      <FootActs>
        <StepArrows step={code} onGo={onGo} />
        {canWrite ? (
          <Act kind="main" keys="Ctrl+Enter" keysLabel={`Mark ${code} done`} onPress={() => void onDone()}>
            {`Mark ${code} done`}
          </Act>
        ) : null}
      </FootActs>
    </>
  );
}

type LineProps = {
  kind: 'writing' | 'done' | 'attention' | 'stop' | 'notStarted';
  word: string;
  more?: string;
  said?: boolean;
  alert?: boolean;
};

function untouched(saved: SavedElement | undefined, canWrite: boolean): LineProps {
  if (!saved)
    return { kind: 'notStarted', word: 'Not started', more: canWrite ? 'It saves itself as you write.' : '' };
  const on = `${formatDay(saved.savedAt.slice(0, 10))} ${clockTime(saved.savedAt)}`;
  return { kind: 'done', word: `Saved ${on}`, more: `Written by ${saved.author}.` };
}

function lineFor(state: DraftState, saved: SavedElement | undefined, canWrite: boolean): LineProps {
  if (state.kind === 'writing')
    return { kind: 'writing', word: 'Writing', more: 'It saves itself when you stop.' };
  if (state.kind === 'saving') return { kind: 'writing', word: 'Saving' };
  if (state.kind === 'saved') return { kind: 'done', word: `Saved ${clockTime(state.at)}`, said: true };
  if (state.kind === 'conflict')
    return {
      kind: 'attention',
      word: 'Not saved',
      more: 'Somebody else changed it. Choose which to keep.',
      alert: true,
    };
  if (state.kind === 'problem')
    return {
      kind: 'stop',
      word: 'Not saved',
      more: `${state.problem.message} What you typed is still here.`,
      alert: true,
    };
  return untouched(saved, canWrite);
}

function Line(props: LineProps) {
  const role = props.alert ? { role: 'alert' } : props.said ? { role: 'status' } : {};
  return (
    <span {...role}>
      <Status kind={props.kind}>{props.word}</Status>
      {props.more ? <span className="more">{props.more}</span> : null}
    </span>
  );
}
