// Data: puts a tag into the customer's attribute `tags`, or takes it out.
import { z } from 'zod';
import type { Json } from '../json';
import { textUpTo } from '../text';
import { defineNode } from './define-node';
import { nodeError } from './node-error';

const Data = z.strictObject({
  action: z.enum(['add', 'remove']).default('add'),
  tag: textUpTo(100).default(''),
});
type Data = z.infer<typeof Data>;

/** The list afterwards, or null where the attribute holds something else, which is not ours to overwrite. */
function tagsAfter({ action, tag }: Data, tags: Json | undefined): Json[] | null {
  const known = tags ?? [];
  if (!Array.isArray(known)) return null;
  const others = known.filter((one) => one !== tag);
  if (action === 'remove') return others;
  return others.length < known.length ? known : [...known, tag];
}

export const tag = defineNode({
  type: 'tag',
  family: 'data',
  data: Data,
  waits: false,
  rule: () => [],
  setsOff: () => ['attribute-changed'],
  exits: () => [{ id: 'next' }],
  compile: (data) => (data.tag.trim() === '' ? [nodeError('empty-name', 'tag')] : []),
  step: (data, { moment }) => {
    const { tags = null } = moment.attributes;
    const after = tagsAfter(data, tags);
    if (after === null)
      return { kind: 'go', exit: 'next', code: 'tags-unfit', inputs: { tag: data.tag, tags } };
    const code = data.action === 'add' ? 'tag-added' : 'tag-removed';
    return { kind: 'go', exit: 'next', code, inputs: { tag: data.tag }, set: { tags: after } };
  },
});
