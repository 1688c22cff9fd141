// What people call the arms that conditions mention: conditions know them by id.
'use client';

import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type ArmTest, type Condition, leavesOf } from '@/lib/core/condition/condition';
import { type ArmChoice, journeyArmsQuery } from '@/lib/queries/journeys';

/** Null while the names are on their way, and of an arm that its journey no longer has. */
export function useArmNames(conditions: readonly Condition[]): (test: ArmTest) => ArmChoice | null {
  const journeyIds = conditions
    .flatMap(leavesOf)
    .flatMap((leaf) => (leaf.type === 'arm' && leaf.journeyId !== null ? [leaf.journeyId] : []));
  const arms = useQueries({ queries: [...new Set(journeyIds)].map(journeyArmsQuery), combine: allArms });
  return useCallback(
    (test) => arms.find(({ nodeId, arm }) => nodeId === test.nodeId && arm === test.arm) ?? null,
    [arms],
  );
}

const allArms = (found: UseQueryResult<ArmChoice[]>[]) => found.flatMap(({ data = [] }) => data);
