// Drawings of tests as what the engine runs.
import type { LiveVersion } from '../engine/live-rule';
import { compile } from '../journey/compile';
import type { PublishedDrawing } from './published-drawing';

/** Drawings as the versions that run; every one of them must compile. */
export function liveVersions(drawings: readonly PublishedDrawing[]): LiveVersion[] {
  return drawings.map(({ document, ...version }) => {
    const { program, problems } = compile(document);
    if (program === null) throw new Error(`Does not compile: ${JSON.stringify(problems)}`);
    return { ...version, program };
  });
}
