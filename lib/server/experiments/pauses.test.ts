// Arms that do harm: nobody is dealt them any more, the others go on, and changing the arm or undoing lifts it.
import { expect, it } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import { experimentDrawing } from '../testing/experiment-drawing';
import { unwrap } from '../testing/unwrap';
import { runAgain } from './choose-arm';
import { setExperiment } from './testing/set-experiment';

const { scene, live, publish, crowd, happens, optOut, daysLater, found, comesBy } = setExperiment();

/** Three arms; the third writes what is asked for. */
function threeArms(subject: string): JourneyDocument {
  const drawn = experimentDrawing();
  const arms = ['a', 'b', 'c'].map((id, index) => ({ id, name: id, percent: index === 0 ? 40 : 30 }));
  const letter = {
    id: 'nod_third',
    type: 'send-email',
    data: { subject, body: 'Hello', kind: 'transactional' },
  };
  return JourneyDocument.parse({
    ...drawn,
    nodes: [
      ...drawn.nodes.map((node) => (node.type === 'experiment-split' ? { ...node, data: { arms } } : node)),
      letter,
    ],
    edges: [...drawn.edges, { from: 'nod_test', exit: 'c', to: 'nod_third' }],
  });
}

async function harm(phase: number, arms: Readonly<Record<string, boolean>>, day: number): Promise<void> {
  for (const [arm, isHarmful] of Object.entries(arms)) {
    const people = await crowd({ arm, people: 300, buyers: 10, phase });
    if (isHarmful) await optOut(people.slice(0, 60));
  }
  await daysLater(day);
}

const walks = async (mark: string) => {
  const seen = [];
  for (let index = 0; index < 14; index += 1) seen.push(await comesBy(`${mark} ${index}`));
  return new Set(seen.map((one) => `${one?.code} ${one?.arm ?? ''} ${one?.phase}`));
};

it('goes on among the others in a phase of its own, which is never called a win', async () => {
  await live(threeArms('Rude words'));
  await harm(1, { a: false, b: false, c: true }, 2);
  const before = await found(1);
  expect([before.state, before.outcome?.kind, before.outcome?.arm]).toEqual(['stopped', 'paused', null]);
  expect(before.outcome?.paused).toEqual(['c']);
  const { phase, state, design } = await found();
  expect([phase, state, design.paused]).toEqual([2, 'running', ['c']]);
  expect(await walks('after')).toEqual(new Set(['arm-assigned a 2', 'arm-assigned b 2']));
  await publish(threeArms('Rude words'));
  expect((await found()).phase).toBe(2);
  await publish(threeArms('Kind words'));
  expect(await found()).toMatchObject({ phase: 3, design: { paused: [] } });
});

it('gives all new entries the last arm that is left, and splits again when that is undone', async () => {
  await live(threeArms('Rude words'));
  await harm(1, { a: false, b: true, c: true }, 2);
  const { state, outcome } = await found();
  expect([state, outcome?.kind, outcome?.arm]).toEqual(['stopped', 'paused', 'a']);
  expect(await walks('after')).toEqual(new Set(['experiment-settled a 1']));
  unwrap(await runAgain(scene.actor, { id: scene.id }));
  expect(await found()).toMatchObject({ phase: 2, state: 'running', design: { paused: [] } });
  expect((await walks('again')).size).toBe(3);
});

it('leads nobody on where every arm does harm', async () => {
  await live(experimentDrawing());
  const all = await crowd({ arm: 'a', people: 300, buyers: 10 });
  const others = await crowd({ arm: 'b', people: 300, buyers: 10 });
  await happens([...all.slice(0, 20), ...others.slice(0, 20)], 'Email Marked as Spam');
  await daysLater(2);
  const { state, outcome, phase } = await found();
  expect([phase, state, outcome?.arm, outcome?.paused]).toEqual([1, 'stopped', null, ['a', 'b']]);
  expect(await walks('after')).toEqual(new Set(['experiment-paused  1']));
});
