// What stands between a browser and a verb: a session, a role, a schema.
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { auditLog } from '@/drizzle/schema';
import { ok } from '@/lib/core/result';
import { action, publicAction } from './action';
import type { Actor } from './actor';
import { currentSession } from './auth/current-session';
import { inWorkspace } from './db/transaction';
import { freshWorkspace } from './testing/fresh-workspace';

vi.mock('./auth/current-session', () => ({ currentSession: vi.fn() }));

const Rename = z.strictObject({ name: z.string().min(1).max(5) });
const renameThing = vi.fn(async (actor: Actor, input: { name: string }) =>
  ok(`${actor.name}: ${input.name}`),
);
const rename = action('rename', Rename, renameThing);

function signedIn(actor: Actor | null): void {
  const workspace = { name: 'Shop', timeZone: 'UTC', locale: 'en', currency: 'EUR' };
  const session = actor && { id: 'token', actor, email: 'olive@shop.test', workspace };
  vi.mocked(currentSession).mockResolvedValue(session);
}

beforeEach(() => {
  renameThing.mockClear();
});

it('runs the verb as the one who is signed in', async () => {
  const { actor } = await freshWorkspace();
  signedIn(actor);
  expect(await rename({ name: 'Tea' })).toEqual({ ok: true, value: 'Olive Owner: Tea' });
});

it('refuses whoever is not signed in', async () => {
  signedIn(null);
  expect(await rename({ name: 'Tea' })).toMatchObject({ ok: false, refusal: { code: 'signed-out' } });
  expect(renameThing).not.toHaveBeenCalled();
});

it('refuses a viewer and writes it down', async () => {
  const { actor } = await freshWorkspace();
  signedIn({ ...actor, role: 'viewer' });
  expect(await rename({ name: 'Tea' })).toMatchObject({ ok: false, refusal: { code: 'role-not-allowed' } });
  expect(renameThing).not.toHaveBeenCalled();
  const trail = await inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, 'action.refused')),
  );
  expect(trail).toMatchObject([{ target: 'rename' }]);
});

it('lets a viewer do what is for everybody', async () => {
  const { actor } = await freshWorkspace();
  signedIn({ ...actor, role: 'viewer' });
  const own = action('rename', Rename, renameThing, ['owner', 'editor', 'viewer']);
  expect(await own({ name: 'Tea' })).toMatchObject({ ok: true });
});

it.each([
  [{ name: '' }, 'name', 'Fill this in.'],
  [{ name: 'Assam tea' }, 'name', 'Use at most 5 characters.'],
  [{ name: 7 }, 'name', 'This is not valid.'],
  [{ name: 'Tea', role: 'owner' }, undefined, 'This is not valid.'],
])('refuses %j beside its field, in words', async (input, field, message) => {
  const { actor } = await freshWorkspace();
  signedIn(actor);
  // What a browser sends is not what the types promise.
  const refused = await rename(input as { name: string });
  expect(refused).toEqual({
    ok: false,
    refusal: { code: 'invalid-field', message, ...(field && { field }) },
  });
  expect(renameThing).not.toHaveBeenCalled();
});

it('parses what comes before the sign-in as well', async () => {
  const knock = publicAction(z.strictObject({ email: z.email() }), async ({ email }) => ok(email));
  expect(await knock({ email: 'ada@shop.test' })).toEqual({ ok: true, value: 'ada@shop.test' });
  expect(await knock({ email: 'ada' })).toMatchObject({
    ok: false,
    refusal: { field: 'email', message: 'This is not an e-mail address.' },
  });
});

it('names every field that is wrong, each once', async () => {
  const { actor } = await freshWorkspace();
  signedIn(actor);
  const Form = z.strictObject({ name: z.string().min(1), mail: z.email(), caps: z.array(z.int().max(9)) });
  const save = action('save', Form, async () => ok(null));
  expect(await save({ name: '', mail: 'nobody', caps: [1, 10] })).toMatchObject({
    ok: false,
    refusal: {
      code: 'invalid-field',
      field: 'name',
      others: [{ field: 'mail' }, { field: 'caps.1' }],
    },
  });
});
