// Finishing a task.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { finishTask } from '@/lib/server/tasks/finish-task';

export const POST = route(endpoints.finishTask, finishTask);
