// Flow: sends customers different ways by chance, dealt anew at every visit.
import { z } from 'zod';
import { hash53 } from '../hash';
import { textUpTo } from '../text';
import { defineNode } from './define-node';
import { WayId, wayAt, wayName, wayProblems } from './way-id';

const BUCKETS = 10_000;

const Way = z.strictObject({
  id: WayId,
  name: textUpTo(120).default(''),
  /** How many of a hundred customers. */
  percent: z.number().default(50),
});

const Data = z.strictObject({
  ways: z
    .array(Way)
    .max(10)
    .default([
      { id: 'a', name: '', percent: 50 },
      { id: 'b', name: '', percent: 50 },
    ]),
});

export const randomSplit = defineNode({
  type: 'random-split',
  family: 'flow',
  data: Data,
  waits: false,
  rule: () => [],
  exits: ({ ways }) => ways.map(({ id }) => ({ id })),
  compile: ({ ways }) => wayProblems('ways', ways, { least: 2 }),
  step: ({ ways }, { enrollment: { id, nodeId, visits } }) => {
    const bucket = hash53(`split/${id}/${nodeId}/${visits}`) % BUCKETS;
    const way = wayAt(ways, bucket);
    const exit = way?.id ?? '';
    return { kind: 'go', exit, code: 'way-drawn', inputs: { way: wayName(ways, way), bucket } };
  },
});
