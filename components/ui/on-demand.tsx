// Code that is fetched when it is first wanted: until then only the button stands there, and pressing it loads and opens
// the real thing in its place.
'use client';

import { cloneElement, type MouseEvent, type ReactElement, type ReactNode, Suspense, useState } from 'react';

interface TriggerProps {
  onClick?: (event: MouseEvent) => void;
  onPointerEnter?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

interface OnDemandProps {
  /** A plain button; what opens uses the same one as its trigger. */
  trigger: ReactElement<TriggerProps>;
  /** Begins to fetch, so that a pointer on its way to the button does not wait. */
  preload: () => void;
  /** A lazy component that opens by itself. */
  children: ReactNode;
}

export function OnDemand({ trigger, preload, children }: OnDemandProps) {
  const [isWanted, setIsWanted] = useState(false);
  const placeholder = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: preload,
    onClick: () => setIsWanted(true),
  });
  if (!isWanted) return placeholder;
  return <Suspense fallback={placeholder}>{children}</Suspense>;
}
