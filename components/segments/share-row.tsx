// A value with the share of people it has, as a bar behind it. Where the people can be seen, the row leads to them.
'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';

interface ShareRowProps {
  label: string;
  /** 0 to 1. */
  share: number;
  people: number;
  href?: string;
}

export function ShareRow({ label, share, people, href }: ShareRowProps) {
  const t = useTranslations('segments');
  const format = useFormatter();
  const row = (
    <>
      <span
        aria-hidden
        data-cell
        className="absolute inset-y-0.5 left-0 rounded-xs bg-accent-soft"
        style={{ width: `${Math.min(1, share) * 100}%` }}
      />
      <span data-cell className="relative min-w-0 flex-1 truncate">
        {label}
      </span>
      <span data-cell className="tabular relative shrink-0">
        {format.number(share, { style: 'percent', maximumFractionDigits: 1 })}
      </span>
    </>
  );
  const look = 'relative flex gap-3 px-2 py-1 text-sm';
  const title = t('people', { count: people });
  return href === undefined ? (
    <p className={look} title={title}>
      {row}
    </p>
  ) : (
    <Link href={href} className={`${look} rounded-xs hover:underline`} title={title}>
      {row}
    </Link>
  );
}
