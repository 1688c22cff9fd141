// What the nodes of a journey are called: by their marketer in that version, else by their type.
import { createTranslator } from 'next-intl';
import type { Id } from '@/lib/core/id';
import { catalogues } from '@/lib/i18n/catalogues';
import { perReader } from '../per-reader';
import type { VersionRules } from './entry-rules';

const t = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'nodes' }),
);

/** Null for no node, and for one that the version does not have. */
export type NodeNames = (version: number | null, nodeId: Id<'nod'> | null) => string | null;

/** @param versions of one journey */
export function nodeNames(versions: readonly VersionRules[]): NodeNames {
  const byVersion = new Map(versions.map((version) => [version.version, version]));
  return (version, nodeId) => {
    const node = nodeId && version !== null ? byVersion.get(version)?.names.get(nodeId) : undefined;
    return node ? node.name || t()(`${node.type}.name`) : null;
  };
}
