// The server's idea of now, kept up to date in the browser by one timer for all relative times.
'use client';

import { useNow } from 'next-intl';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';

const TickingContext = createContext<Date | null>(null);
const tickMs = 20_000;

/** Starts at the server's clock, which time travel may have moved, and adds what passes here. */
export function TickingProvider({ children }: { children: ReactNode }) {
  const start = useNow();
  const [now, setNow] = useState(start);
  useEffect(() => {
    const began = performance.now();
    const tick = () => setNow(new Date(start.getTime() + performance.now() - began));
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [start]);
  return <TickingContext value={now}>{children}</TickingContext>;
}

export function useTicking(): Date {
  const start = useNow();
  return use(TickingContext) ?? start;
}
