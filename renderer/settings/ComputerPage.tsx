import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { preferences as preferencesSchema } from '#shared/contract/shell.ts';
import { usePreferences } from '#renderer/app/preferences.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { OfficePage } from './OfficePage.tsx';

const USUAL = 14;
const SMALLEST = 12;
const LARGEST = 20;

const themes = [
  { value: 'system', label: 'As the computer' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
];
const onOff = [
  { value: true, label: 'On' },
  { value: false, label: 'Off' },
];

const Setting = styled('div')({
  display: 'grid',
  gridTemplateColumns: `minmax(0, 1fr) minmax(0, ${rem(440)})`,
  gap: `${rem(8)} ${rem(24)}`,
  alignItems: 'center',
  padding: `${rem(16)} ${rem(16)}`,
  borderTop: `1px solid ${look.line}`,
  '&:first-of-type': { borderTop: 0 },
  '& .name': { fontWeight: 600 },
  '& .words': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '@container page (max-width: 44rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Sizes = styled('fieldset')({
  ...tabular,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: rem(8),
  '& output': { minWidth: rem(72), textAlign: 'center', fontWeight: 600 },
});

function Row(props: { id: string; name: string; words: string; children: ReactNode }) {
  return (
    <Setting>
      <div>
        <div className="name" id={props.id}>
          {props.name}
        </div>
        <p className="words">{props.words}</p>
      </div>
      {props.children}
    </Setting>
  );
}

/** Steps rather than a slider: the whole window grows with each, and a slider would move away from the hand. */
function TextSize(props: { labelId: string; size: number; onSize: (size: number) => void }) {
  const { labelId, size, onSize } = props;
  return (
    <Sizes aria-labelledby={labelId}>
      <Act disabled={size <= SMALLEST} onPress={() => onSize(size - 1)}>
        Smaller
      </Act>
      <output aria-live="polite">{`Size ${size}`}</output>
      <Act disabled={size >= LARGEST} onPress={() => onSize(size + 1)}>
        Larger
      </Act>
      {size === USUAL ? null : (
        <Act kind="text" onPress={() => onSize(USUAL)}>
          Usual size
        </Act>
      )}
    </Sizes>
  );
}

/** How the window looks and listens on this computer, whoever sits at it. */
export function ComputerPage() {
  const { preferences, change } = usePreferences();
  const id = useId();
  return (
    <OfficePage
      part="This computer"
      subtitle="How Trust Desk looks here, for everyone who uses this computer account. It changes at once."
    >
      <Card label="This computer" padded={false}>
        <Row
          id={`${id}-theme`}
          name="Look"
          words="High contrast draws every edge and every word at its strongest."
        >
          <SegmentedChoice
            id={`${id}-theme-choice`}
            name={`${id}-theme`}
            labelledBy={`${id}-theme`}
            options={themes}
            value={preferences.theme}
            onChange={(theme) => change({ theme: preferencesSchema.shape.theme.parse(theme) })}
          />
        </Row>
        <Row
          id={`${id}-size`}
          name="Text size"
          words={`From ${SMALLEST} to ${LARGEST}; ${USUAL} is usual. Everything grows with it. Paper stays as it is.`}
        >
          <TextSize
            labelId={`${id}-size`}
            size={preferences.textSize}
            onSize={(textSize) => change({ textSize })}
          />
        </Row>
        <Row
          id={`${id}-keys`}
          name="Letter keys"
          words="Keys that are a single letter or sign, such as ? for the list of keys. Turn them off if you dictate. Keys with Ctrl or Alt stay."
        >
          <SegmentedChoice
            id={`${id}-keys-choice`}
            name={`${id}-keys`}
            labelledBy={`${id}-keys`}
            options={onOff}
            value={preferences.letterKeys}
            onChange={(letterKeys) => change({ letterKeys: letterKeys === true })}
          />
        </Row>
      </Card>
    </OfficePage>
  );
}
