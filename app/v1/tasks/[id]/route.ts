// One task.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { findTask } from '@/lib/server/tasks/find-task';

export const GET = route(endpoints.findTask, findTask);
