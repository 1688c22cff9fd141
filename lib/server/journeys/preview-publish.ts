// What publishing the draft with this plan would do to the people inside. The same pure plan as the publish, nothing written.
import { sql } from 'drizzle-orm';
import type { DoesNotCompile } from '@/lib/core/api/journey';
import type { PreviewPublish, PublishPreview } from '@/lib/core/api/version';
import type { Program } from '@/lib/core/engine/program';
import { JourneyDocument, type JourneyNode } from '@/lib/core/journey/document';
import { planMoves } from '@/lib/core/journey/plan-moves';
import { everybodyStays, isTimed } from '@/lib/core/journey/publish-plan';
import { emptyTally, type NodeTally, type Tally, tallyMoves } from '@/lib/core/journey/tally-moves';
import { ok, type Refusal, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { zone } from './apply-plan';
import { eachInside, programsInside } from './each-inside';
import { findJourney } from './find-journey';
import { judgeDraft } from './judge-draft';
import { publishable } from './publish-version';

export async function previewPublish(
  actor: Actor,
  { id, plan = everybodyStays }: PreviewPublish,
): Promise<Result<PublishPreview, Refusal | DoesNotCompile>> {
  const draft = await findJourney(actor, { id });
  if (!draft.ok) return draft;
  const { document, liveVersion, state } = draft.value;
  if (state === 'archived') return refusal('journey-archived');
  const program = publishable(await judgeDraft(actor, document), plan);
  if (!program.ok) return program;
  const journey = { workspaceId: actor.workspaceId, id };
  return inWorkspace(actor.workspaceId, async (tx) => {
    const before = await programsInside(tx, journey);
    // Higher than any version there is: which number it gets is decided when it is published.
    const next = {
      version: Number.MAX_SAFE_INTEGER,
      program: program.value,
      before,
      timeZone: await zone(tx, journey),
    };
    let tally = emptyTally;
    await eachInside(tx, journey, async (insides) => {
      tally = tallyMoves(tally, planMoves(insides, plan, next, now().getTime()));
    });
    return ok(await previewOf(tx, journey, { tally, program: program.value, fromVersion: liveVersion }));
  });
}

interface Counted {
  readonly tally: Tally;
  readonly program: Program;
  readonly fromVersion: number | null;
}

async function previewOf(
  tx: Tx,
  journey: Parameters<typeof nodesInside>[1],
  { tally, program, fromVersion }: Counted,
): Promise<PublishPreview> {
  const { people, counts } = tally;
  const known = await nodesInside(tx, journey);
  const nodes = tally.nodes.map((node) => ({
    ...node,
    ...looksOf(node, known),
    canRetime: isTimed(program, node.nodeId),
  }));
  return { fromVersion, people, nodes, counts };
}

/** What the step is called in the newest of the versions that its people are in. */
function looksOf({ nodeId, versions }: NodeTally, known: ReadonlyMap<string, JourneyNode>) {
  const node = known.get(`${versions.at(-1)} ${nodeId}`);
  return { type: node?.type ?? '', name: node?.name ?? '' };
}

async function nodesInside(
  tx: Tx,
  { workspaceId, id }: Parameters<typeof programsInside>[1],
): Promise<Map<string, JourneyNode>> {
  const stored = await rows<{ version: number; document: unknown }>(
    tx,
    sql`
      select version, document from journey_versions v
      where workspace_id = ${workspaceId} and journey_id = ${id} and exists (
        select from enrollments n where n.workspace_id = v.workspace_id and n.journey_id = v.journey_id
          and n.version = v.version and n.status = 'waiting')`,
  );
  // Of a version that a newer release has saved nothing is known but that somebody is in it.
  const nodes = stored.flatMap(({ version, document }) =>
    (JourneyDocument.safeParse(document).data?.nodes ?? []).map(
      (node) => [`${version} ${node.id}`, node] as const,
    ),
  );
  return new Map(nodes);
}
