// The workspace's currency, and prices in it: stored in minor units, shown and typed as people write them.
'use client';

import { useLocale } from 'next-intl';
import { createContext, type ReactNode, use, useMemo } from 'react';

const CurrencyContext = createContext('EUR');

export function CurrencyProvider({ currency, children }: { currency: string; children: ReactNode }) {
  return <CurrencyContext value={currency}>{children}</CurrencyContext>;
}

export interface Money {
  readonly currency: string;
  /** `1290` as `€12.90`. */
  shown(minor: number): string;
  /** `1290` as the number `12.9`, and back. */
  major(minor: number): number;
  minor(major: number): number;
}

export function useMoney(): Money {
  const currency = use(CurrencyContext);
  const locale = useLocale();
  return useMemo(() => moneyIn(currency, locale), [currency, locale]);
}

function moneyIn(currency: string, locale: string): Money {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  // A yen has no parts, a euro has a hundred, a dinar a thousand.
  const parts = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  return {
    currency,
    shown: (minor) => format.format(minor / parts),
    major: (minor) => minor / parts,
    minor: (major) => Math.round(major * parts),
  };
}
