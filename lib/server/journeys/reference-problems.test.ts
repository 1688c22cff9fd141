// Steps that ask after something that is gone: told, but no reason not to publish.
import { expect, it } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { checkDraft } from './check-draft';
import { createJourney } from './create-journey';
import { publishJourney } from './publish-journey';

it.each([
  ['segment-trigger', { segmentId: 'seg_gone' }, 'segment-missing'],
  [
    'branch',
    {
      branches: [{ id: 'yes', condition: { type: 'all', of: [{ type: 'journey', journeyId: 'jrn_gone' }] } }],
    },
    'journey-missing',
  ],
])('%s: who asks after what is gone is warned, and may publish', async (type, data, code) => {
  const { actor } = await freshWorkspace();
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Ordered' } },
      { id: 'nod_step', type, data },
      { id: 'nod_out', type: 'exit', data: {} },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: type === 'branch' ? 'nod_step' : 'nod_out' },
      { from: 'nod_step', exit: type === 'branch' ? 'yes' : 'next', to: 'nod_out' },
      ...(type === 'branch' ? [{ from: 'nod_step', exit: 'otherwise', to: 'nod_out' }] : []),
    ],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name: 'Asked', document }));
  const { problems } = unwrap(await checkDraft(actor, { id }));
  expect(problems).toContainEqual(expect.objectContaining({ code, grade: 'warning', nodeId: 'nod_step' }));
  expect((await publishJourney(actor, { id })).ok).toBe(true);
});
