// The JSON Schema of a journey document (dialect 2020-12), for editors and for checks outside the product.
import { z } from 'zod';
import type { JsonSchema } from '@/lib/core/api/open-api';
import { JourneyDocument } from '@/lib/core/journey/document';
import api from '@/lib/i18n/en/api.json';

export function journeySchema(publicUrl: string): JsonSchema & { $id: string } {
  const { $schema, ...schema } = z.toJSONSchema(JourneyDocument, {
    io: 'input',
    target: 'draft-2020-12',
    reused: 'ref',
  });
  const named = {
    $schema,
    $id: `${publicUrl}/v1/schemas/journey.json`,
    title: api.description.journeySchema,
  };
  // zod's type of a schema is wider than the part of the dialect it writes and we read.
  return { ...named, ...(schema as JsonSchema) };
}
