// The shape of a journey document, for editors and for checks outside the product.
import { endpoints } from '@/lib/core/api/endpoints';
import { journeySchema } from '@/lib/server/api/journey-schema';
import { publicRoute } from '@/lib/server/route';
import { runtime } from '@/lib/server/runtime';

export const GET = publicRoute(endpoints.journeySchema, () => ({
  ...journeySchema(runtime().env.publicUrl),
}));
