import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The office is on this machine: an answer is either here or it is a problem; asking again helps nobody.
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  });
}

/** Gives every screen the office: what was read is kept, and read again when the office says it changed. */
export function OfficeProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  useEffect(() => {
    const stopChanges = window.office.onChange((features) => {
      for (const feature of features) void client.invalidateQueries({ queryKey: [feature] });
    });
    const stopRestarts = window.office.onRestart(() => {
      void client.invalidateQueries({ queryKey: ['access'] });
    });
    return () => {
      stopChanges();
      stopRestarts();
    };
  }, [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
