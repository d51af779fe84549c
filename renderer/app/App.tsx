import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Preferences } from '#shared/contract/shell.ts';
import { Desk } from '#renderer/access/Desk.tsx';
import { OfficeProvider } from '#renderer/office/OfficeProvider.tsx';
import { PlacesContext } from './frameInfo.ts';
import { setLetterKeys } from './keyboard.ts';
import { Look } from './Look.tsx';
import { PreferenceContext } from './preferences.ts';
import { places } from './routes.tsx';

/** The window: its look, the office, and the page the address names. */
export function App() {
  const [preferences, setPreferences] = useState<Preferences>(() => window.shell.preferences.atStart);
  const change = useCallback((part: Partial<Preferences>) => {
    // The window changes at once; a choice that could not be kept holds until the window closes.
    setPreferences((old) => ({ ...old, ...part }));
    void window.shell.preferences.set(part);
  }, []);
  useEffect(() => setLetterKeys(preferences.letterKeys), [preferences.letterKeys]);
  const info = useMemo(() => ({ preferences, change }), [preferences, change]);
  return (
    <PreferenceContext value={info}>
      <Look choice={preferences.theme} textSize={preferences.textSize}>
        <OfficeProvider>
          <PlacesContext value={places}>
            <Desk />
          </PlacesContext>
        </OfficeProvider>
      </Look>
    </PreferenceContext>
  );
}
