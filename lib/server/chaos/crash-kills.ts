// The fourth way to break at a point: SIGKILL of a real process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment } from './environment';
import { killEmbedded } from './kill-embedded';
import { type Killed, type KillPoint, killPoints } from './kill-points';
import { killWorker } from './kill-worker';
import { startMailSink } from './mail-sink';
import { pick, seeded } from './random';
import { addStates, noRareStates } from './rare-states';
import { openStand } from './stand';
import type { SuitePlan, SuiteReport } from './suite';

/** @param numbers kills: at how many of the points, drawn by seed; all of them where it is larger */
export async function crashKills({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const points = drawn(numbers.kills ?? 0, seed);
  const { kill, close } = engine === 'pglite' ? await onFolder() : await onServer();
  let states = noRareStates;
  let missed = 0;
  const violations: string[] = [];
  try {
    for (const at of points) {
      const killed = await kill(at);
      violations.push(...killed.violations.map((one) => `kill ${at.side} ${at.point}, ${at.half}: ${one}`));
      states = addStates(states, killed.states);
      missed += killed.isKilled ? 0 : 1;
    }
  } finally {
    await close();
  }
  return { figures: { points: killPoints.length, runs: points.length, missed, ...states }, violations };
}

interface Ground {
  kill(at: KillPoint): Promise<Killed>;
  close(): Promise<void>;
}

async function onServer(): Promise<Ground> {
  const stand = await openStand('postgresql');
  return { kill: (at) => killWorker(stand, at), close: stand.close };
}

async function onFolder(): Promise<Ground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-kills-'));
  const sink = await startMailSink();
  const env = environment({ folder, mailUrl: sink.url, databaseUrl: null });
  const close = async () => {
    await sink.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { kill: (at) => killEmbedded(env, sink, at), close };
}

function drawn(count: number, seed: number): KillPoint[] {
  const random = seeded(seed);
  const left = [...killPoints];
  const chosen: KillPoint[] = [];
  while (chosen.length < count && left.length > 0) {
    const next = pick(left, random);
    left.splice(left.indexOf(next), 1);
    chosen.push(next);
  }
  return chosen;
}
