// What a node is called: by its marketer, else by its type.
'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { NodeType } from '@/lib/core/nodes/registry';

export function useNodeTitle(): (node: { type: NodeType; name: string }) => string {
  const t = useTranslations('nodes');
  return useCallback(({ type, name }) => name || t(`${type}.name`), [t]);
}
