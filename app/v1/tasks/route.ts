// The tasks.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { listTasks } from '@/lib/server/tasks/list-tasks';

export const GET = route(endpoints.listTasks, listTasks);
