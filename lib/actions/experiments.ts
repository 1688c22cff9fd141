// Everything the studio does to experiments.
'use server';

import { ExperimentRef, PromoteArm } from '@/lib/core/api/experiment';
import { action } from '@/lib/server/action';
import * as verbs from '@/lib/server/experiments/choose-arm';

export const promoteArm = action('promoteArm', PromoteArm, verbs.promoteArm);
export const stopExperiment = action('stopExperiment', ExperimentRef, verbs.stopExperiment);
export const runAgain = action('runAgain', ExperimentRef, verbs.runAgain);
