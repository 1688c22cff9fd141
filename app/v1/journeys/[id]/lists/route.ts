// The lists of people of a journey, and adding one.
import { endpoints } from '@/lib/core/api/endpoints';
import { addPeople } from '@/lib/server/entries/add-people';
import { listLists } from '@/lib/server/entries/list-lists';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listPeople, listLists);
export const POST = route(endpoints.addPeople, addPeople);
