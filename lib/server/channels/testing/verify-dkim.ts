// Verifies a DKIM signature by RFC 6376 (relaxed/relaxed, rsa-sha256), apart from the library that made it.
import { createHash, createVerify, type KeyObject } from 'node:crypto';

export interface Verified {
  readonly isValid: boolean;
  readonly domain: string;
  readonly selector: string;
  /** The signed header names. */
  readonly headers: readonly string[];
}

export function verifyDkim(raw: string, publicKey: KeyObject): Verified {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const body = raw.slice(end + 4);
  const signature = lines.find((line) => /^dkim-signature:/i.test(line)) ?? '';
  const tags = tagsOf(signature);
  const names = (tags.h ?? '').toLowerCase().split(':');
  const bodyHash = createHash('sha256').update(relaxBody(body), 'latin1').digest('base64');
  const verifier = createVerify('RSA-SHA256');
  for (const line of pick(lines, names)) verifier.update(`${relaxHeader(line)}\r\n`, 'latin1');
  verifier.update(relaxHeader(signature.replace(/(\bb=)[^;]*/, '$1')), 'latin1');
  const isValid = bodyHash === tags.bh && verifier.verify(publicKey, tags.b ?? '', 'base64');
  return { isValid, domain: tags.d ?? '', selector: tags.s ?? '', headers: names };
}

function tagsOf(signature: string): Record<string, string> {
  const text = signature.slice(signature.indexOf(':') + 1).replace(/\s+/g, '');
  const pairs = text
    .split(';')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return Object.fromEntries(pairs);
}

/** Each signed name takes the lowest copy that was not taken yet; a name without one signs that there is none. */
function pick(lines: readonly string[], names: readonly string[]): string[] {
  const left = [...lines];
  return names.flatMap((name) => {
    const index = left.findLastIndex((line) => line.toLowerCase().startsWith(`${name}:`));
    return index < 0 ? [] : left.splice(index, 1);
  });
}

function relaxHeader(line: string): string {
  const colon = line.indexOf(':');
  const value = line
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`;
}

function relaxBody(body: string): string {
  const relaxed = body
    .replace(/[ \t]+\r\n/g, '\r\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)+$/, '');
  return relaxed === '' ? '' : `${relaxed}\r\n`;
}
