// Threads start from files of the source tree, found from the folder the server was started in.
import path from 'node:path';

export function threadFile(fromRoot: string): string {
  // The bundler need not follow this path: threads are never bundled.
  return path.resolve(/*turbopackIgnore: true*/ process.cwd(), fromRoot);
}
