// An experiment's people in parts.
import { endpoints } from '@/lib/core/api/endpoints';
import { breakDownExperiment } from '@/lib/server/experiments/break-down-experiment';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.breakDownExperiment, breakDownExperiment);
