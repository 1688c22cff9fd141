// Threads start from files of the source tree, found from the folder the server was started in.
import path from 'node:path';

export function threadFile(fromRoot: string): string {
  return path.resolve(process.cwd(), fromRoot);
}
