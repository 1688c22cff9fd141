// What the steps before a message keep for it, as samples: coupon codes, answers of webhooks. For previews and pickers.
import type { NodeId } from '../engine/program';
import { type Json, type JsonObject, valueAt } from '../json';
import { nodeOf } from '../nodes/registry';
import type { JourneyDocument } from './document';

/** A sample of each value kept on some way to this step, by its name; with null, on any way at all. */
export function savedSamples({ nodes, edges }: JourneyDocument, before: NodeId | null): JsonObject {
  const upstream = before === null ? null : upstreamOf(edges, before);
  const kept = nodes.filter(({ id }) => upstream === null || upstream.has(id));
  const samples = kept.flatMap(({ type, data }) => Object.entries(nodeOf(type).saves?.(data) ?? {}));
  return Object.fromEntries(samples.filter(([name]) => name !== ''));
}

function upstreamOf(edges: JourneyDocument['edges'], id: NodeId): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { from, to } of edges) {
      if (to !== at || found.has(from)) continue;
      found.add(from);
      waiting.push(from);
    }
  }
  return found;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mention = /\bsaved((?:\.[A-Za-z_]\w*)+)/g;

/** Nobody knows what an answer will hold, so what the texts of `data` ask of one stands there by its own name. */
export function withMentioned(samples: JsonObject, data: JsonObject): JsonObject {
  const texts = JSON.stringify(data);
  const paths = [...texts.matchAll(mention)].map(([, path = '']) => path.slice(1).split('.'));
  return paths.reduce(fill, samples);
}

function fill(samples: JsonObject, [key = '', ...rest]: readonly string[]): JsonObject {
  const known = valueAt(samples, [key]);
  if (!isObject(known) || rest.length === 0) return samples;
  return { ...samples, [key]: fillIn(known, rest) };
}

function fillIn(value: JsonObject, [key = '', ...rest]: readonly string[]): JsonObject {
  const known = valueAt(value, [key]);
  if (rest.length > 0) return { ...value, [key]: fillIn(isObject(known) ? known : {}, rest) };
  return known === undefined ? { ...value, [key]: `[${key}]` } : value;
}
