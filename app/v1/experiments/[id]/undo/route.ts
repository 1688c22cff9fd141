// An experiment splits new entries again.
import { endpoints } from '@/lib/core/api/endpoints';
import { runAgain } from '@/lib/server/experiments/choose-arm';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.runAgain, runAgain);
