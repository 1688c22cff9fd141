// Runs one program after another and stops at the first that fails.
import { spawn } from 'node:child_process';

/** Resolves with the exit code; the child writes straight to this terminal. */
export function run(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Like `run`, but ends this process with the child's code when it fails. */
export async function must(command, parameters, options) {
  const code = await run(command, parameters, options);
  if (code !== 0) process.exit(code);
}
