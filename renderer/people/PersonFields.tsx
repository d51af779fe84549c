import { useFormContext, useWatch } from 'react-hook-form';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { agencyOptions } from './personWords.ts';

/** Area and team: once an area is chosen only its teams are offered, and a team of another area is let go. */
function AreaAndTeam() {
  const { data } = useRead('settings.areas', {});
  const { setValue } = useFormContext();
  const areaId: unknown = useWatch({ name: 'areaId' });
  const teamId: unknown = useWatch({ name: 'teamId' });
  const areas = data?.areas ?? [];
  const offered = (data?.teams ?? []).filter((team) => !areaId || team.areaId === areaId);
  return (
    <FieldRow>
      <SelectField
        name="areaId"
        label="Area"
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        blank="No area"
        optional
        onValue={(chosen) => {
          const team = data?.teams.find((one) => one.id === teamId);
          if (team && team.areaId !== chosen) setValue('teamId', null, { shouldDirty: true });
        }}
      />
      <SelectField
        name="teamId"
        label="Team"
        options={offered.map((team) => ({
          value: team.id,
          label: team.name,
          ...(areaId ? {} : { group: areas.find((area) => area.id === team.areaId)?.name ?? '' }),
        }))}
        blank="No team"
        optional
        onValue={(chosen) => {
          const team = data?.teams.find((one) => one.id === chosen);
          if (team) setValue('areaId', team.areaId, { shouldDirty: true });
        }}
      />
    </FieldRow>
  );
}

/** Who somebody is and how to reach them; for a form whose names are those of `people.save`. */
export function PersonFields() {
  return (
    <>
      <FieldRow>
        <TextField
          name="name"
          label="Name"
          hint="As it stands on orders and records"
          missing="Enter the person’s name."
          startHere
        />
        <TextField
          name="jobTitle"
          label="Job title"
          hint="Such as School nurse"
          missing="Enter the job title."
        />
      </FieldRow>
      <SelectField
        name="agency"
        label="Agency"
        hint="Who employs them, or the kind of service"
        missing="Choose the agency."
        options={agencyOptions}
      />
      <AreaAndTeam />
      <FieldRow>
        <TextField name="phone" label="Telephone" type="tel" optional />
        <TextField name="email" label="Email" type="email" optional />
      </FieldRow>
    </>
  );
}
