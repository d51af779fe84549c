import { styled } from '@mui/material/styles';
import { rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { counted } from '../providerWords.ts';
import type { FileRead } from './ColumnsCard.tsx';
import { Tick } from './Tick.tsx';

const List = styled('fieldset')({ padding: `${rem(8)} 0`, maxHeight: rem(420), overflow: 'auto' });

/** Which departments' rows to keep. */
export function DepartmentsCard(props: {
  departments: FileRead['departments'];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { departments, chosen, onChange } = props;
  const isAll = chosen.length === departments.length;
  return (
    <Card
      title="Departments"
      padded={false}
      footer="Rows of the others are left out."
      actions={
        <TextButton onPress={() => onChange(isAll ? [] : departments.map((department) => department.name))}>
          {isAll ? 'Keep none' : 'Keep all'}
        </TextButton>
      }
    >
      <List aria-label="Departments to keep">
        {departments.map(({ name, rows }) => (
          <Tick
            key={name}
            checked={chosen.includes(name)}
            onChange={(isKept) => onChange(isKept ? [...chosen, name] : chosen.filter((one) => one !== name))}
            end={counted(rows, 'row')}
          >
            {name === '' ? 'No department given' : name}
          </Tick>
        ))}
      </List>
    </Card>
  );
}
