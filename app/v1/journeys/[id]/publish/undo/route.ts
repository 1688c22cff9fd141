// Takes the last publish back.
import { endpoints } from '@/lib/core/api/endpoints';
import { undoPublish } from '@/lib/server/journeys/undo-publish';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.undoPublish, undoPublish);
