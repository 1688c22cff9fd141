// A list of people from a file.
import { endpoints } from '@/lib/core/api/endpoints';
import { importPeople } from '@/lib/server/entries/import-people';
import { uploadRoute } from '@/lib/server/route';

export const POST = uploadRoute(endpoints.importPeople, importPeople);
