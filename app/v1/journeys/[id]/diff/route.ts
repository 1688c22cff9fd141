// Compares versions and the draft.
import { endpoints } from '@/lib/core/api/endpoints';
import { diffVersions } from '@/lib/server/journeys/diff-versions';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.diffVersions, diffVersions);
