// Everything the studio does to tasks.
'use server';

import { FinishTask } from '@/lib/core/api/task';
import { action } from '@/lib/server/action';
import { finishTask as finishTaskVerb } from '@/lib/server/tasks/finish-task';

export const finishTask = action('finishTask', FinishTask, finishTaskVerb);
