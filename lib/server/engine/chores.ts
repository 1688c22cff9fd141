// Work of the engine besides batches: what comes about by itself, in portions, so that events never wait behind it.

import { workRollups } from '../analytics/rollup/work-rollups';
import { workEntryLists } from '../entries/work-entry-lists';
import { takeLooks } from '../experiments/take-looks';
import { tellWaiting } from '../products/tell-waiting';
import { fillSegments } from '../segments/fill-segments';
import { tellProductChanges } from '../signals/tell-product-changes';
import { workSweeps } from '../sweeps/work-sweeps';
import { giveTasks } from '../tasks/give-tasks';
import { answerRequests } from './answer-requests';

/** Does one portion. @returns whether there was anything to do */
export type Chore = () => Promise<boolean>;

export const chores: readonly Chore[] = [
  workSweeps,
  tellProductChanges,
  tellWaiting,
  workEntryLists,
  answerRequests,
  giveTasks,
  takeLooks,
  fillSegments,
  workRollups,
];
