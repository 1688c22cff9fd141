// The API, described for machines.
import { endpoints } from '@/lib/core/api/endpoints';
import { openApi } from '@/lib/server/api/open-api';
import { publicRoute } from '@/lib/server/route';
import { runtime } from '@/lib/server/runtime';

export const GET = publicRoute(endpoints.openApi, () => ({ ...openApi(runtime().env.publicUrl) }));
