// The client runs as a process of its own, so that what it costs is not counted as ours.
import { spawn } from 'node:child_process';

export interface Load {
  readonly port: number;
  readonly key: string;
  readonly events: number;
  readonly seed: number;
}

export function runLoad(load: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['.build/load.js', JSON.stringify(load)], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The load ended with code ${code}.`)),
    );
  });
}
