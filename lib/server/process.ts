// How a process of ours ends: on a signal after its work is safe, or on a start error with one sentence and code 1.
import { log } from './log';
import { StartError } from './start-runtime';

export function exitOn(error: unknown): void {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else log.error({ error }, 'The process could not start');
  process.exit(1);
}

/** Runs `end` once, at the first SIGINT or SIGTERM; a second signal ends the process at once. */
export function onShutdown(end: () => Promise<void>): void {
  let isEnding = false;
  const shut = () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    end().then(
      () => process.exit(0),
      (error: unknown) => exitOn(error),
    );
  };
  process.on('SIGINT', shut);
  process.on('SIGTERM', shut);
}
