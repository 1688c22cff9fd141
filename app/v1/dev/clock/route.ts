// Time travel, where it is allowed; elsewhere this address leads to nothing, whoever asks.
import { endpoints } from '@/lib/core/api/endpoints';
import { moveClock } from '@/lib/server/dev/move-clock';
import { developmentRoute } from '@/lib/server/route';

export const POST = developmentRoute(endpoints.moveClock, moveClock);
