// One version with its document.
import { endpoints } from '@/lib/core/api/endpoints';
import { findVersion } from '@/lib/server/journeys/find-version';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findVersion, findVersion);
