// Forecasts what resuming would set off.
import { endpoints } from '@/lib/core/api/endpoints';
import { previewResume } from '@/lib/server/journeys/preview-resume';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.resumePreview, previewResume);
