import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { recordAt } from '../addresses.ts';
import { LookForm } from './LookForm.tsx';
import { Matches } from './Matches.tsx';
import { RegisterForm, type Registration } from './RegisterForm.tsx';
import { StartFrame } from './StartFrame.tsx';
import { registerDefaults, type Looked } from './registerForm.ts';

type Found = Output<'children.check'>;
type Query = Input<'children.check'>;
type State = {
  looked: (Looked & { found: Found }) | null;
  /** What was typed into the form of a new record, kept while one goes back to look again. */
  typed: Registration | null;
  isRegistering: boolean;
};

/** Family name and date of birth are what a search stands for; with others it must be made again. */
function isSameChild(query: Query, values: Registration): boolean {
  const isNamed = query.familyName.trim() === values.familyName.trim();
  return isNamed && query.dob === values.dob && (query.expectedOn ?? null) === values.expectedOn;
}

/**
 * Starting a CAF: look for the child first (BR-01), then register a new one only when nobody on record is it, then
 * open the CAF with the consent it rests on.
 */
export function StartPage() {
  const [state, setState] = useState<State>({ looked: null, typed: null, isRegistering: false });
  const check = useWrite('children.check');
  const register = useWrite('children.register');
  const navigate = useNavigate();
  const toasts = useToasts();

  const look = async (query: Query): Promise<Problem | undefined> => {
    const result = await check.run(query);
    if (!result.ok) return result.problem;
    setState({
      looked: { checkId: result.data.checkId, query, found: result.data },
      typed: null,
      isRegistering: false,
    });
    return undefined;
  };

  const save = async (values: Registration): Promise<Problem | undefined> => {
    if (!state.looked) return undefined;
    let { checkId } = state.looked;
    if (!isSameChild(state.looked.query, values)) {
      const { givenNames, familyName, dob, expectedOn, postcode } = values;
      const query = { givenNames, familyName, dob, expectedOn, postcode };
      const again = await check.run(query);
      if (!again.ok) return again.problem;
      checkId = again.data.checkId;
      setState((old) => ({ ...old, looked: { checkId, query, found: again.data } }));
      if (again.data.matches.length + again.data.restrictedMatches > 0) {
        setState((old) => ({ ...old, typed: { ...values, checkId }, isRegistering: false }));
        toasts.alert(
          'The name or date of birth was changed, so the search was made again. Look at what it found first.',
        );
        return undefined;
      }
    }
    const result = await register.run({ ...values, checkId });
    if (!result.ok) return result.problem;
    toasts.done('Child registered. Now open the CAF.');
    await navigate({ ...linkProps(recordAt(result.data.id, 'open')), ignoreBlocker: true });
    return undefined;
  };

  const { looked, typed, isRegistering } = state;
  if (looked && isRegistering)
    return (
      <RegisterForm
        defaults={typed ?? registerDefaults(looked)}
        onSave={save}
        onBack={(values) => setState((old) => ({ ...old, typed: values, isRegistering: false }))}
      />
    );
  return (
    <StartFrame>
      <LookForm onLook={look} query={looked?.query} />
      {looked ? (
        <Matches
          key={looked.checkId}
          found={looked.found}
          onNone={() => setState((old) => ({ ...old, isRegistering: true }))}
        />
      ) : null}
    </StartFrame>
  );
}
