// The name of the journey, changed where it stands.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isReadOnly, rename } from './studio';
import { useChange, useStudio } from './studio-context';

export function JourneyTitle() {
  const t = useTranslations('canvas.header');
  const change = useChange();
  const name = useStudio((studio) => studio.name);
  const isStill = useStudio(isReadOnly);
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const next = typed?.trim();
    if (next) change(rename(next));
    setTyped(null);
  };
  if (isStill) return <h1 className="min-w-0 truncate font-semibold text-base">{name}</h1>;
  return (
    <h1 className="min-w-0">
      <input
        aria-label={t('name')}
        className="field-sizing-content min-w-20 max-w-full truncate rounded-xs border border-transparent bg-transparent px-1.5 py-0.5 font-semibold text-base outline-none hover:border-line focus:border-focus"
        value={typed ?? name}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </h1>
  );
}
