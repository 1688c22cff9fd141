// Tasks in the management API.
import { get, post } from './endpoint';
import { pageOf } from './page';
import * as task from './task';

export const taskEndpoints = {
  listTasks: get({
    name: 'listTasks',
    tag: 'Tasks',
    path: '/v1/tasks',
    summary: 'List tasks',
    description: 'Newest first, of one team or one state where asked for.',
    query: task.ListTasks,
    reply: pageOf(task.TaskEntry),
    refusals: ['bad-cursor'],
  }),
  findTask: get({
    name: 'findTask',
    tag: 'Tasks',
    path: '/v1/tasks/{id}',
    summary: 'Get a task',
    params: task.TaskRef,
    reply: task.TaskEntry,
    refusals: ['not-found'],
  }),
  finishTask: post({
    name: 'finishTask',
    tag: 'Tasks',
    path: '/v1/tasks/{id}/finish',
    summary: 'Finish a task',
    description: 'Marks an open task as done or cancelled. The journey that gave it hears of it.',
    params: task.TaskRef,
    body: task.FinishTask.omit({ id: true }),
    reply: task.TaskEntry,
    refusals: ['not-found', 'task-finished'],
  }),
};
