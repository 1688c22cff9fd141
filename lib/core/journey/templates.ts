// Every piece of Liquid in a journey, so that whoever renders templates can judge them before they are published.
import type { NodeId } from '../engine/program';
import { nodeOf } from '../nodes/registry';
import type { JourneyDocument } from './document';

export interface Template {
  readonly nodeId: NodeId;
  /** Dotted path into the node's data. */
  readonly field: string;
  readonly source: string;
}

/** Fields without a placeholder or a tag are plain text and left out. */
export function templatesIn(document: JourneyDocument): Template[] {
  return document.nodes
    .flatMap(({ id, type, data }) => {
      const fields = nodeOf(type).templates?.(data) ?? {};
      return Object.entries(fields).map(([field, source]) => ({ nodeId: id, field, source }));
    })
    .filter(({ source }) => /\{[{%]/.test(source));
}
