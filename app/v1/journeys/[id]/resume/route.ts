// Resumes a paused journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { resumeJourney } from '@/lib/server/journeys/resume-journey';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.resumeJourney, resumeJourney);
