// What came of experiments.
import { endpoints } from '@/lib/core/api/endpoints';
import { listVerdicts } from '@/lib/server/experiments/list-verdicts';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listVerdicts, listVerdicts);
