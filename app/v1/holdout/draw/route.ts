// Which draw of the holdout is in force, and another one.
import { endpoints } from '@/lib/core/api/endpoints';
import { findDraw } from '@/lib/server/holdout/find-draw';
import { redrawHoldout } from '@/lib/server/holdout/redraw-holdout';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findDraw, findDraw);
export const POST = route(endpoints.redrawHoldout, redrawHoldout);
