// The Message-ID of an e-mail: the same for every attempt at one command, so that receivers can tell a repeat.
import { createHash } from 'node:crypto';

export function messageIdOf(workspaceId: string, key: string, fromAddress: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([workspaceId, key]))
    .digest('hex')
    .slice(0, 32);
  return `<${hash}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;
}
