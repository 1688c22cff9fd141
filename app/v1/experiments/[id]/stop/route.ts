// An experiment is measured no more.
import { endpoints } from '@/lib/core/api/endpoints';
import { stopExperiment } from '@/lib/server/experiments/choose-arm';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.stopExperiment, stopExperiment);
