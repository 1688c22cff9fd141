// What lets people into a journey, version by version. Versions never change, so each is understood once.
import { sql } from 'drizzle-orm';
import { parseProgram } from '@/lib/core/engine/parse-program';
import type { TriggerRule } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { NodeType } from '@/lib/core/nodes/registry';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

export interface VersionRules {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  /** Null where the stored program is not understood by this release: nobody was let in by it. */
  readonly enrolling: readonly TriggerRule[] | null;
  /** What the marketer calls the nodes; '' where they gave no name. */
  readonly names: ReadonlyMap<Id<'nod'>, { readonly name: string; readonly type: NodeType }>;
}

const MOST_KEPT = 500;
const understood = new Map<string, VersionRules>();

const keyOf = (workspaceId: Id<'wsp'>, journeyId: Id<'jrn'>, version: number) =>
  `${workspaceId}/${journeyId}/${version}`;

/** All versions of these journeys, oldest first. */
export async function entryRules(
  tx: Tx,
  { workspaceId }: Actor,
  journeyIds: readonly Id<'jrn'>[],
): Promise<VersionRules[]> {
  const versions = await rows<{ journeyId: Id<'jrn'>; version: number }>(
    tx,
    sql`
      select journey_id as "journeyId", version from journey_versions
      where workspace_id = ${workspaceId} and journey_id = any (${sql.param(journeyIds)}::text[])
      order by journey_id, version`,
  );
  const place = ({ journeyId, version }: (typeof versions)[number]) => keyOf(workspaceId, journeyId, version);
  const missing = versions.filter((version) => !understood.has(place(version)));
  const found = new Map<string, VersionRules>();
  for (const read of await readVersions(tx, workspaceId, missing)) found.set(place(read), read);
  const all = versions.flatMap(
    (version) => found.get(place(version)) ?? understood.get(place(version)) ?? [],
  );
  if (understood.size + found.size > MOST_KEPT) understood.clear();
  for (const [key, version] of found) understood.set(key, version);
  return all;
}

async function readVersions(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  wanted: readonly { readonly journeyId: Id<'jrn'>; readonly version: number }[],
): Promise<VersionRules[]> {
  if (wanted.length === 0) return [];
  const stored = await rows<{ journeyId: Id<'jrn'>; version: number; program: unknown; document: unknown }>(
    tx,
    sql`
      select v.journey_id as "journeyId", v.version, v.program, v.document
      from json_to_recordset(${JSON.stringify(wanted)}::json) as w ("journeyId" text, version int)
      join journey_versions v on v.workspace_id = ${workspaceId} and v.journey_id = w."journeyId"
        and v.version = w.version`,
  );
  return stored.map(({ journeyId, version, program, document }) => {
    const rules = parseProgram(program)?.rules;
    const drawn = JourneyDocument.safeParse(document);
    const nodes = drawn.success ? drawn.data.nodes : [];
    return {
      journeyId,
      version,
      enrolling: rules?.filter(({ effect }) => effect === 'enroll') ?? null,
      names: new Map(nodes.map(({ id, name, type }) => [id, { name, type }])),
    };
  });
}
