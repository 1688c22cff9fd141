// The sentence of a problem in the reader's language.
'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '@/lib/core/journey/problem';

export function useProblemText(): (problem: Pick<Problem, 'code' | 'params'>) => string {
  const t = useTranslations('problems');
  return useCallback(({ code, params }) => t(code, { detail: 'none', ...params }), [t]);
}
