// What an entry listens to, asks of its data and says, read from its definition.
import type { JsonObject } from '../json';
import { type NodeType, nodeOf } from '../nodes/registry';
import { anEnrollment } from './build-event';

export const filter = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'equals', value: true };
export const unfinished = { type: 'test', subject: 'attribute', path: [], operator: 'is-set' };

export function ruleOf(type: NodeType, value: object) {
  const { data, rule } = nodeOf(type);
  return rule(data.parse(value));
}

export function codes(type: NodeType, value: object): string[] {
  const { data, compile } = nodeOf(type);
  return compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
}

export function said(
  type: NodeType,
  value: object,
  properties: JsonObject = {},
  attributes: JsonObject = {},
) {
  const { data, step } = nodeOf(type);
  const enrollment = anEnrollment({ trigger: { event: 'signal', messageId: 'm', properties } });
  const moment = { now: 0, cause: { kind: 'entered' } as const, attributes };
  return step(data.parse(value), { enrollment, moment });
}

export const property = (name: string, operator: string, value?: unknown) => ({
  type: 'test',
  subject: 'property',
  path: [name],
  operator,
  ...(value !== undefined && { value }),
});

export const enroll = (event: string, filter: unknown, key: string[] | null = null) => [
  { effect: 'enroll', on: 'signal', event, filter, key, acceptsLate: true },
];
