// The fields of a journey that only the server can judge before it is published: Liquid, and addresses it will call.

import type { NodeId } from '../engine/program';
import type { NodeDefinition } from '../nodes/define-node';
import { type NodeType, nodeOf } from '../nodes/registry';
import type { JourneyDocument } from './document';

export interface FieldSource {
  readonly nodeId: NodeId;
  /** Dotted path into the node's data. */
  readonly field: string;
  readonly source: string;
}

const hasLiquid = ({ source }: FieldSource) => /\{[{%]/.test(source);

/** Every piece of Liquid. Fields without a placeholder or a tag are plain text and left out. */
export function templatesIn(document: JourneyDocument): FieldSource[] {
  return fieldsOf(document, ({ templates }) => templates).filter(hasLiquid);
}

/** Every web address that the server will call, as far as it is known before the journey runs. */
export function destinationsIn(document: JourneyDocument): FieldSource[] {
  return fieldsOf(document, ({ destinations }) => destinations).filter((field) => !hasLiquid(field));
}

type FieldsOf = NodeDefinition<NodeType, unknown>['templates'];

function fieldsOf(
  { nodes }: JourneyDocument,
  pick: (node: NodeDefinition<NodeType, unknown>) => FieldsOf,
): FieldSource[] {
  return nodes.flatMap(({ id, type, data }) => {
    const fields = pick(nodeOf(type))?.(data) ?? {};
    return Object.entries(fields).map(([field, source]) => ({ nodeId: id, field, source }));
  });
}
