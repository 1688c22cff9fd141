// Counts what publishing would do to people.
import { endpoints } from '@/lib/core/api/endpoints';
import { previewPublish } from '@/lib/server/journeys/preview-publish';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.previewPublish, previewPublish);
