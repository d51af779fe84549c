import { z } from 'zod';
import type { Input } from '#shared/contract/index.ts';
import { day, filled, line, paragraph } from '#shared/contract/common.ts';
import { useFormContext, useWatch } from 'react-hook-form';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { AgencyField } from './AgencyField.tsx';
import { consentGivers, signedModes } from './consentState.ts';

type ConsentInput = Input<'children.recordConsent'>['consent'];

/** Who gave or took back consent, and how: the same questions for every event of consent (domain 3.8). */
export const consentAnswers = z.object({
  givenBy: z.enum(['child', 'parent', 'carer', 'other']),
  capacityBasis: filled,
  signedMode: z.enum(['scanned', 'paper', 'typed', 'verbal']),
  signedOn: day,
  reasonsExplained: z.boolean(),
  agenciesAgreed: z.array(z.string()).default([]),
  agenciesExcluded: z.array(z.string()).default([]),
  signatory: line.default(''),
  witnessedBy: line.default(''),
  limits: paragraph.default(''),
  effectiveTo: day.nullable().default(null),
});
/** See {@link consentAnswers}. */
export type ConsentAnswers = z.output<typeof consentAnswers>;

/** What is offered before anything is chosen. */
export function blankConsent(today: string): z.input<typeof consentAnswers> {
  return {
    givenBy: 'parent',
    capacityBasis: 'Parental responsibility',
    signedMode: 'paper',
    signedOn: today,
    reasonsExplained: false,
    agenciesAgreed: [],
    agenciesExcluded: [],
    signatory: '',
    witnessedBy: '',
    limits: '',
    effectiveTo: null,
  };
}

/** One event of consent for each thing agreed to; agencies belong to sharing only. */
export function consentEvents(
  answers: ConsentAnswers,
  kinds: readonly ConsentInput['kind'][],
): ConsentInput[] {
  return kinds.map((kind) => {
    const namesAgencies = kind === 'TO_SHARE' || kind === 'VARY';
    return {
      ...answers,
      kind,
      agenciesAgreed: namesAgencies ? answers.agenciesAgreed : [],
      agenciesExcluded: namesAgencies ? answers.agenciesExcluded : [],
    };
  });
}

const giverOptions = Object.entries(consentGivers).map(([value, label]) => ({ value, label }));
const modeOptions = Object.entries(signedModes).map(([value, label]) => ({ value, label }));

/** The right a person has to consent, by who they are, so that the usual answer need not be typed. */
export const usualBasis = {
  child: 'Old enough to understand what is agreed to',
  parent: 'Parental responsibility',
  carer: 'Cares for the child with parental responsibility',
  other: '',
} as const;

/**
 * Who, on what ground, how it was signed and when; and for sharing, which agencies may see it and which may not. Stands
 * inside a form whose schema holds `consentAnswers`.
 */
export function ConsentFields(props: {
  /** Sharing is agreed to, so that the agencies are asked for. */
  sharing: boolean;
  /** False where something is taken back: that needs no explaining. */
  explain?: boolean;
}) {
  const { sharing, explain = true } = props;
  const { setValue } = useFormContext();
  const agreed = useCodes('agenciesAgreed');
  const excluded = useCodes('agenciesExcluded');
  return (
    <FieldStack>
      <FieldRow>
        <SelectField
          name="givenBy"
          label={explain ? 'Given by' : 'Withdrawn by'}
          options={giverOptions}
          onValue={(value) => setValue('capacityBasis', usualBasis[value as keyof typeof usualBasis] ?? '')}
        />
        <TextField
          name="capacityBasis"
          label="Their right to decide"
          missing="Say what gives them the right to decide."
        />
      </FieldRow>
      <FieldRow>
        <SelectField name="signedMode" label="How it was signed" options={modeOptions} />
        <DateField name="signedOn" label="On" missing="Enter the day it was signed." />
      </FieldRow>
      <FieldRow>
        <TextField name="signatory" label="Who signed" optional hint="The name under the signature." />
        <TextField name="witnessedBy" label="Before whom" optional />
        {explain ? (
          <DateField name="effectiveTo" label="Until" optional hint="Leave empty if it has no end." />
        ) : null}
      </FieldRow>
      {explain ? (
        <TextArea name="limits" label="Limits the family set" optional rows={2} hint="In their words." />
      ) : null}
      {sharing ? (
        <FieldRow>
          <AgencyField
            name="agenciesAgreed"
            label="Agencies that may see it"
            without={excluded}
            hint="The services the family named."
          />
          <AgencyField
            name="agenciesExcluded"
            label="Agencies left out"
            without={agreed}
            optional
            hint="At the family’s wish."
          />
        </FieldRow>
      ) : null}
      {explain ? (
        <CheckField
          name="reasonsExplained"
          label="Why it is kept, who may see it, and when it may be shared without consent were explained"
        />
      ) : null}
    </FieldStack>
  );
}

function useCodes(name: string): string[] {
  const value: unknown = useWatch({ name });
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
}
