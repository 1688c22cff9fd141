// Goes back to a version.
import { endpoints } from '@/lib/core/api/endpoints';
import { restoreVersion } from '@/lib/server/journeys/restore-version';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.restoreVersion, restoreVersion);
