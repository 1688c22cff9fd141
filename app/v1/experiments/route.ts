// The experiments.
import { endpoints } from '@/lib/core/api/endpoints';
import { listExperiments } from '@/lib/server/experiments/list-experiments';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listExperiments, listExperiments);
