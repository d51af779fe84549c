import type { ReactNode } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { IdentityBar, type IdentityFact } from '#renderer/components/IdentityBar.tsx';
import { Level } from '#renderer/components/Level.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { consentDetail, consentLook, consentState } from '../consentState.ts';
import {
  agencyInSentence,
  ageWords,
  bornWords,
  cafLook,
  childName,
  isLive,
  isOpen,
  levelWord,
  type Caf,
} from '../words.ts';
import { useRecord } from './recordContext.ts';

/** Whose record it is and what must always be in sight: age, lead professional, level, consent, money left. */
export function RecordIdentity(props: { actions: ReactNode }) {
  const { record, today } = useRecord();
  const { caf } = record;
  const money = useMoneyLeft(caf);
  const age = ageWords(record, today);
  const facts: IdentityFact[] = [
    ...(age
      ? [{ label: record.dob === null ? 'Expected' : 'Age', value: age, detail: bornWords(record) }]
      : []),
    ...(caf
      ? cafFacts(caf, today)
      : [{ label: 'CAF', value: <Status kind="notStarted">Not opened</Status> }]),
    ...(money ? [money] : []),
  ];
  return (
    <IdentityBar
      reference={caf?.reference ?? record.neutralRef}
      {...(caf ? { version: `version ${caf.version}` } : {})}
      name={childName(record)}
      facts={facts}
      actions={props.actions}
    />
  );
}

function cafFacts(caf: Caf, today: string): IdentityFact[] {
  const consent = consentState(caf.consents, today);
  const consented = consentLook(consent);
  const state = cafLook(caf.status);
  return [
    ...(isOpen(caf)
      ? []
      : [
          {
            label: 'CAF',
            value: <Status kind={state.kind}>{state.word}</Status>,
            detail: `episode ${caf.episodeNo}`,
          },
        ]),
    {
      label: 'Lead professional',
      value: caf.lead?.name ?? 'None yet',
      detail: caf.lead ? agencyInSentence(caf.lead.agency) : 'name one under Team',
    },
    {
      label: 'Level',
      value: <Level level={caf.level} word={levelWord(caf.level)} />,
      detail: `since ${formatDay(caf.levelSince)}`,
    },
    {
      label: 'Consent',
      value: <Status kind={consented.kind}>{consented.word}</Status>,
      detail: consentDetail(consent),
    },
  ];
}

/** What can still be asked for from the budgets that a purchase for this CAF may draw on; null where it is not to be seen. */
function useMoneyLeft(caf: Caf | null): IdentityFact | null {
  const may = usePermissions();
  const isShown = isLive(caf) && may('budgets.read');
  const { data } = useRead('budgets.forCaf', { cafId: caf?.id ?? 1 }, { enabled: isShown });
  if (!isShown || !data || data.budgets.length === 0) return null;
  const sum = (part: 'headroom' | 'allocated' | 'pending') =>
    data.budgets.reduce((total, budget) => total + budget.balance[part], 0);
  const waiting = sum('pending');
  return {
    label: 'Money left',
    value: <Money pence={sum('headroom')} />,
    detail: `of ${formatPounds(sum('allocated'))}${waiting > 0 ? `, ${formatPounds(waiting)} waiting` : ''}`,
  };
}
