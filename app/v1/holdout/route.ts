// What marketing is worth, by those whom the workspace holds out.
import { endpoints } from '@/lib/core/api/endpoints';
import { readHoldout } from '@/lib/server/holdout/read-holdout';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.readHoldout, readHoldout);
