// What every page of the studio leans on: cached queries, one clock for relative times, toasts.
'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { TickingProvider } from '@/components/ui/ticking';
import { ToastHost } from '@/components/ui/toast-host';
import { isWorthRetrying } from '@/lib/queries/get-json';

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: isWorthRetrying, refetchOnWindowFocus: true } },
  });
}

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return (
    <QueryClientProvider client={client}>
      <TickingProvider>
        {children}
        <ToastHost />
      </TickingProvider>
    </QueryClientProvider>
  );
}
