import { styled } from '@mui/material/styles';
import Lightbulb from 'lucide-react/icons/lightbulb';
import { useState } from 'react';
import { elements } from '#shared/codes/elements.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Status } from '#renderer/components/Status.tsx';
import type { Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { ElementConflict } from './ElementConflict.tsx';
import { ElementFoot } from './ElementFoot.tsx';
import { domainWords, elementLook, firstUnwritten, prominences, type ElementText } from './elementText.ts';
import { StepSheet } from './StepSheet.tsx';
import { useElementDraft } from './useElementDraft.ts';
import { WordsField } from './WordsField.tsx';

const Think = styled('p')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: rem(10),
  padding: `${rem(8)} ${rem(20)}`,
  backgroundColor: look.page,
  borderBottom: `1px solid ${look.line}`,
  fontSize: rem(13),
  lineHeight: rem(18),
  color: look.ink2,
  '& svg': { marginTop: rem(1) },
});

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  gap: rem(16),
  padding: `${rem(14)} ${rem(20)} ${rem(20)}`,
  '& > .whole': { gridColumn: '1 / -1' },
  '@container page (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** "conditions, dentist, GP and optician" from the prompts of an element. */
function thinkAbout(prompts: readonly string[]): string {
  return prompts.map((prompt) => prompt.charAt(0).toLocaleLowerCase('en-GB') + prompt.slice(1)).join(', ');
}

type FormProps = {
  caf: Caf;
  code: string;
  /** The keyboard came here by a key or a button: it goes on in the first field. */
  startHere: boolean;
  onGo: (step: string) => void;
};

/** What is written says what it comes to, until a person chooses: text under "Nothing to note" would contradict itself. */
function withProminence(text: ElementText, part: Partial<ElementText>): Partial<ElementText> {
  if (text.prominence !== 'none' || part.prominence !== undefined) return part;
  if (part.strengths) return { ...part, prominence: 'strength' };
  return part.needs ? { ...part, prominence: 'need' } : part;
}

/** One of the nineteen elements: how much it weighs, what goes well, what is hard, and how it is known. It saves itself. */
export function ElementForm(props: FormProps) {
  const { caf, code, startHere, onGo } = props;
  const { canWrite, reload, personId } = useRecord();
  const saved = caf.elements?.find((one) => one.element === code);
  const { draft, view } = useElementDraft({ personId, cafId: caf.id, element: code, saved, reload });
  const element = elements.find((one) => one.code === code);
  const { text } = view;
  const [hasChosen, setChosen] = useState(false);
  const change = (part: Partial<ElementText>) => {
    if (part.prominence !== undefined) setChosen(true);
    if (canWrite) draft.change(hasChosen ? part : withProminence(text, part));
  };
  const area = { readOnly: !canWrite };
  const done = async () => {
    if (!(await draft.saveNow(true))) return;
    const written = [...(caf.elements ?? []), { element: code }];
    onGo(firstUnwritten(written));
  };
  return (
    <StepSheet
      code={code}
      lead={`${code}, ${domainWords(code)}`}
      title={element?.label ?? code}
      end={<Prominence code={code} caf={caf} text={text} canWrite={canWrite} onChange={change} />}
      foot={
        <ElementFoot
          code={code}
          saved={saved}
          state={view.state}
          canWrite={canWrite}
          onGo={onGo}
          onDone={done}
          onRetry={() => void draft.saveNow()}
        />
      }
    >
      <Think>
        <Icon of={Lightbulb} size={16} />
        Think about: {thinkAbout(element?.prompts ?? [])}.
      </Think>
      {view.state.kind === 'conflict' ? (
        <ElementConflict mine={text} theirs={draft.theirs} onSettle={draft.settle} />
      ) : null}
      <Fields>
        <WordsField
          {...area}
          label="Strengths"
          startHere={startHere}
          hint="What goes well, and who helps"
          rows={8}
          value={text.strengths}
          onChange={(strengths) => change({ strengths })}
        />
        <WordsField
          {...area}
          label="Needs"
          hint="What is hard, and what would help"
          rows={8}
          value={text.needs}
          onChange={(needs) => change({ needs })}
        />
        <div className="whole">
          <WordsField
            {...area}
            label="Evidence"
            hintEnd="What was seen or said, by whom, when. Not opinion alone."
            rows={4}
            value={text.evidence}
            onChange={(evidence) => change({ evidence })}
          />
        </div>
        <div className="whole">
          <WordsField
            {...area}
            label="Someone sees this differently"
            hintEnd="Who, and how they see it. Blank when all agree."
            rows={2}
            value={text.viewDifference}
            onChange={(viewDifference) => change({ viewDifference })}
          />
        </div>
      </Fields>
    </StepSheet>
  );
}

function Prominence(props: {
  code: string;
  caf: Caf;
  text: ElementText;
  canWrite: boolean;
  onChange: (part: Partial<ElementText>) => void;
}) {
  const { code, caf, text, canWrite, onChange } = props;
  if (!canWrite) {
    const { kind, word } = elementLook(caf.elements?.find((one) => one.element === code));
    return <Status kind={kind}>{word}</Status>;
  }
  return (
    <SegmentedChoice
      id={`prominence-${code}`}
      name={`prominence-${code}`}
      label="What it comes to"
      options={[...prominences]}
      value={text.prominence}
      onChange={(value) => onChange({ prominence: value as ElementText['prominence'] })}
    />
  );
}
