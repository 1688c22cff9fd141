// The e-mail channel.
import type { Refusal } from '@/lib/core/result';
import { defineChannel } from '../channel';
import { sandbox } from '../sandbox';
import { EmailContent } from './content';
import { renderEmail } from './render';
import { smtp } from './smtp';

const LARGEST_BYTES = 1_000_000;
/** One address and nothing else: no list, no comment, no quoting, nothing that could begin another header. */
const ADDRESS = /^[^\s\p{Cc}"'(),:;<>@[\\\]]+@[^\s\p{Cc}"'(),:;<>@[\\\]]+\.[^\s\p{Cc}"'(),:;<>@[\\\].]+$/u;
const CONTROL = /\p{Cc}/u;

function check(content: EmailContent, address: string): Refusal | null {
  if (address.length > 254 || !ADDRESS.test(address))
    return { code: 'bad-address', message: 'This is not one e-mail address' };
  const { from, replyTo, subject, headers } = content;
  const lines = [from.name, from.address, replyTo ?? '', subject, ...Object.entries(headers).flat()];
  if (lines.some((line) => CONTROL.test(line)))
    return { code: 'bad-header', message: 'A header holds a line break or another control character' };
  if (Buffer.byteLength(content.html) + Buffer.byteLength(content.text) > LARGEST_BYTES)
    return { code: 'too-large', message: 'The e-mail is larger than 1 MB' };
  return null;
}

export const email = defineChannel<EmailContent>({
  kind: 'email',
  content: EmailContent,
  providers: { smtp, sandbox },
  render: renderEmail,
  check,
});
