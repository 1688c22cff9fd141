// One experiment.
import { endpoints } from '@/lib/core/api/endpoints';
import { findExperiment } from '@/lib/server/experiments/find-experiment';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findExperiment, findExperiment);
