// The looks at an experiment.
import { endpoints } from '@/lib/core/api/endpoints';
import { listLooks } from '@/lib/server/experiments/list-looks';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listLooks, listLooks);
