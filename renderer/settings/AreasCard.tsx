import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { settings } from '#shared/contract/settings.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';

const Areas = styled('ul')({
  '& > li': { padding: `${rem(8)} ${rem(16)}`, borderTop: `1px solid ${look.line}` },
  '& > li:first-of-type': { borderTop: 0 },
  '& .area': { fontWeight: 600 },
  '& .teams': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
});

type Area = { id: number; name: string };
function AreaDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const toasts = useToasts();
  const write = useWrite('settings.addArea');
  const form = useOfficeForm({ schema: settings['settings.addArea'].input, defaultValues: { name: '' } });
  return (
    <FormDialog
      title="Add an area"
      form={form}
      act="Add the area"
      onClose={onClose}
      onSubmit={async ({ name }) => {
        const result = await write.run({ name });
        if (!result.ok) return result.problem;
        toasts.done(`${name} added.`);
        onClose();
        return undefined;
      }}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        hint="Children, people and budgets can belong to it. It cannot be taken away again."
        startHere
      />
    </FormDialog>
  );
}

function TeamDialog(props: { areas: Area[]; onClose: () => void }) {
  const { areas, onClose } = props;
  const toasts = useToasts();
  const write = useWrite('settings.addTeam');
  const form = useOfficeForm({ schema: settings['settings.addTeam'].input, defaultValues: { name: '' } });
  const { control } = form;
  return (
    <FormDialog
      title="Add a team"
      form={form}
      act="Add the team"
      onClose={onClose}
      onSubmit={async ({ areaId, name }) => {
        const result = await write.run({ areaId, name });
        if (!result.ok) return result.problem;
        toasts.done(`${name} added.`);
        onClose();
        return undefined;
      }}
    >
      <SelectField
        control={control}
        name="areaId"
        label="Area"
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        startHere
      />
      <TextField
        control={control}
        name="name"
        label="Name"
        hint="People can belong to it. It cannot be taken away again."
      />
    </FormDialog>
  );
}

/** The areas with their teams, and adding to them. */
export function AreasCard() {
  const may = usePermissions();
  const { data, problem, retry } = useRead('settings.areas', {});
  const [open, setOpen] = useState<'area' | 'team' | null>(null);
  const close = () => setOpen(null);
  const { areas, teams } = data ?? { areas: [], teams: [] };
  return (
    <Card
      title="Areas and teams"
      padded={false}
      actions={
        may('settings.manage') ? (
          <>
            <Act small onPress={() => setOpen('team')}>
              Add a team
            </Act>
            <Act small onPress={() => setOpen('area')}>
              Add an area
            </Act>
          </>
        ) : null
      }
      footer={may('settings.manage') ? undefined : `Only ${whoMay('settings.manage')} adds areas and teams.`}
    >
      {problem ? <ProblemAlert problem={problem} onRetry={retry} inset /> : null}
      <Areas>
        {areas.map((area) => (
          <li key={area.id}>
            <div className="area">{area.name}</div>
            <div className="teams">
              {teams
                .filter((team) => team.areaId === area.id)
                .map((team) => team.name)
                .join(', ') || 'No team'}
            </div>
          </li>
        ))}
      </Areas>
      {open === 'area' ? <AreaDialog onClose={close} /> : null}
      {open === 'team' ? <TeamDialog areas={areas} onClose={close} /> : null}
    </Card>
  );
}
