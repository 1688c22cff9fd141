// The people of an experiment.
import { endpoints } from '@/lib/core/api/endpoints';
import { listExposed } from '@/lib/server/experiments/list-exposed';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listExposed, listExposed);
