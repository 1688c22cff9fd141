// What steps write to the customer, keep for later and ask others for.
import { describe, expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import type { JsonObject } from '../json';
import { anEvent, DAY, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { aVisit } from '../testing/build-visit';
import { createTask } from './create-task';
import { emitEvent } from './emit-event';
import { setAttribute } from './set-attribute';
import { tag } from './tag';

describe('set-attribute', () => {
  const { data, step, compile } = setAttribute;
  const run = (value: object, attributes: JsonObject = {}) => step(data.parse(value), aVisit({ attributes }));
  const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);

  test('one that was drawn before there were modes sets', () => {
    expect(run({ attribute: 'plan', value: 'pro' })).toMatchObject({
      code: 'attribute-set',
      set: { plan: 'pro' },
    });
  });

  test('counts up and down, from nought where nothing is there', () => {
    const count = { attribute: 'visits', mode: 'increment', value: -2 };
    expect(run(count, { visits: 5 })).toMatchObject({ inputs: { value: 3 }, set: { visits: 3 } });
    expect(run(count)).toMatchObject({ set: { visits: -2 } });
  });

  test('an attribute of the wrong type stays as it is, with the reason', () => {
    const count = { attribute: 'visits', mode: 'increment', value: 1 };
    for (const value of ['5', true, [1], Number.MAX_VALUE]) {
      const huge = value === Number.MAX_VALUE ? { ...count, value: Number.MAX_VALUE } : count;
      expect(run(huge, { visits: value })).toEqual({
        kind: 'go',
        exit: 'next',
        code: 'attribute-unfit',
        inputs: { attribute: 'visits', value },
      });
    }
    expect(run({ ...count, value: 'x' }, { visits: 1 })).toMatchObject({ code: 'attribute-unfit' });
  });

  test('removes', () => {
    const outcome = run({ attribute: 'plan', mode: 'unset', value: 'pro' });
    expect(outcome).toMatchObject({ code: 'attribute-removed', set: { plan: null } });
  });

  test('needs a name, and a number to count by', () => {
    expect(codes({ mode: 'increment', value: 'x' })).toEqual([
      'empty-attribute-name attribute',
      'bad-number value',
    ]);
    expect(codes({ attribute: 'a', mode: 'increment', value: 1e12 })).toEqual(['bad-number value']);
    expect(codes({ attribute: 'a', mode: 'increment', value: -1.5 })).toEqual([]);
    expect(codes({ attribute: 'a', mode: 'unset' })).toEqual([]);
    expect(setAttribute.setsOff?.(data.parse({}))).toEqual(['attribute-changed']);
  });
});

describe('tag', () => {
  const run = (value: object, attributes: JsonObject = {}) =>
    tag.step(tag.data.parse(value), aVisit({ attributes }));
  const add = { tag: 'vip' };
  const remove = { ...add, action: 'remove' };

  test('is put on once, and taken off wherever it stands', () => {
    expect(run(add)).toMatchObject({ code: 'tag-added', set: { tags: ['vip'] } });
    expect(run(add, { tags: ['new', 'vip'] })).toMatchObject({ set: { tags: ['new', 'vip'] } });
    expect(run(remove, { tags: ['vip', 'new', 'vip'] })).toMatchObject({
      code: 'tag-removed',
      set: { tags: ['new'] },
    });
    expect(run(remove)).toMatchObject({ set: { tags: [] } });
  });

  test('what is no list is not overwritten', () => {
    expect(run(add, { tags: 'vip,new' })).toEqual({
      kind: 'go',
      exit: 'next',
      code: 'tags-unfit',
      inputs: { tag: 'vip', tags: 'vip,new' },
    });
  });

  test('needs a word', () => {
    expect(tag.compile(tag.data.parse({ tag: ' ' }))).toMatchObject([{ code: 'empty-name', field: 'tag' }]);
    expect(tag.compile(tag.data.parse(add))).toEqual([]);
    expect(tag.setsOff?.(tag.data.parse(add))).toEqual(['attribute-changed']);
  });
});

describe('emit-event', () => {
  const properties = { order: 'A', total: 9, deep: { z: 1 } };
  const trigger = { event: 'Ordered', messageId: 'message-1', properties };

  test('carries fixed values and copies, and leaves out what there is nothing of', () => {
    const rows = [
      { name: 'kind', value: 'gift' },
      { name: 'order', path: ['order'] },
      { name: 'z', path: ['deep', 'z'] },
      { name: 'gone', path: ['nothing'] },
    ];
    const data = emitEvent.data.parse({ name: 'Gift due', properties: rows });
    expect(emitEvent.step(data, aVisit({}, { enrollment: { trigger } }))).toMatchObject({
      code: 'event-emitted',
      inputs: { event: 'Gift due' },
      emit: { kind: 'event', name: 'Gift due', properties: { kind: 'gift', order: 'A', z: 1 } },
    });
    expect(emitEvent.setsOff?.(data)).toEqual(['Gift due']);
  });

  test('needs a name, and names that are told apart', () => {
    const codes = (value: object) =>
      emitEvent.compile(emitEvent.data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({ name: 'Gift due', properties: [{ name: 'a' }, { name: 'b', path: ['a', 'b'] }] })).toEqual(
      [],
    );
    expect(
      codes({
        properties: [{ path: [''] }, { name: '__proto__' }, { name: 'a' }, { name: 'a', path: [''] }],
      }),
    ).toEqual([
      'empty-event-name name',
      'empty-name properties.0.name',
      'incomplete-path properties.0.path',
      'repeated-name properties.1.name',
      'repeated-name properties.3.name',
      'incomplete-path properties.3.path',
    ]);
  });

  const echo = (name: string) => journey('unlimited').trigger(name).add('emit-event', { name }, ['next']);
  const circle = (...lines: ReturnType<typeof echo>[]) => {
    const shell = new MemoryShell();
    const live = lines.map((line, index) => {
      const journeyId = `jrn_${index + 1}` as const;
      return { journeyId, version: 1, program: line.program(), isEnrolling: true };
    });
    shell.publish(live);
    shell.batch([anEvent('Ping')], NOON);
    return shell;
  };
  const count = ({ decisions }: MemoryShell, wanted: string) =>
    decisions.filter(({ code }) => code === wanted).length;

  test('a journey that starts itself stops at the tenth time, and it is recorded', () => {
    const shell = circle(echo('Ping'));
    expect(count(shell, 'entered')).toBe(11);
    const [stopped, ...more] = shell.decisions.filter(({ code }) => code === 'emit-loop-stopped');
    expect(stopped).toMatchObject({ nodeId: 'nod_2', inputs: { depth: 11 } });
    expect(more).toEqual([]);
  });

  test('journeys that answer each other twice over stop after a hundred', () => {
    const shell = circle(echo('Ping'), echo('Ping'), echo('Ping'));
    expect(count(shell, 'event-emitted')).toBe(303);
    expect(count(shell, 'emit-loop-stopped')).toBe(203);
    // The next event has a hundred of its own.
    shell.batch([anEvent('Ping', { seq: 2, receivedAt: NOON + MINUTE })], NOON);
    expect(count(shell, 'event-emitted')).toBe(606);
  });

  test('an attribute that counts its own changes stops too', () => {
    const change = { attribute: 'visits', change: 'any' };
    const up = { attribute: 'visits', mode: 'increment', value: 1 };
    const line = journey('unlimited')
      .add('attribute-trigger', change, ['next'])
      .add('set-attribute', up, ['next']);
    const shell = new MemoryShell();
    shell.publish([{ journeyId: 'jrn_1', version: 1, program: line.program(), isEnrolling: true }]);
    shell.batch([anEvent('', { type: 'identify', traits: { visits: 1 } })], NOON);
    expect(shell.attributes.get('cus_1')).toEqual({ visits: 12 });
    expect(count(shell, 'emit-loop-stopped')).toBe(1);
  });
});

describe('create-task', () => {
  const { data, step, compile } = createTask;

  test('asks for the task once, and says by when', () => {
    const task = data.parse({ team: 'sales', title: 'Call', dueIn: { amount: 2, unit: 'days' } });
    expect(step(task, aVisit())).toMatchObject({
      code: 'task-created',
      inputs: { team: 'sales', until: NOON + 2 * DAY },
      command: { type: 'create-task', payload: { team: 'sales', title: 'Call', dueAt: NOON + 2 * DAY } },
    });
    expect(createTask.templates?.(task)).toEqual({ title: 'Call', note: '' });
  });

  test('needs a title and a time', () => {
    const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({ dueIn: { amount: 0 } })).toEqual(['empty-body title', 'bad-duration dueIn.amount']);
    expect(codes({ title: 'Call' })).toEqual([]);
  });
});
