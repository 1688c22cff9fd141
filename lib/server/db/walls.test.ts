// The second wall between workspaces: no table may lack it, and it must hold when a query forgets its workspace.
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { apiKeys, auditLog, journeys, workspaces } from '@/drizzle/schema';
import { now } from '../clock';
import { newId } from '../new-id';
import { runtime } from '../runtime';
import { freshWorkspace } from '../testing/fresh-workspace';
import { asSystem, inWorkspace, rows } from './transaction';

/** Tables that lack what every table must have: the column, row security enabled and forced, a policy for the app. */
const unprotected = sql`
  select c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
    and not (
      c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull)
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace' and p.polwithcheck is not null)
    )
  order by 1`;

async function makeJourney(workspaceId: Awaited<ReturnType<typeof freshWorkspace>>['workspaceId']) {
  const id = newId('jrn');
  const at = now();
  await inWorkspace(workspaceId, (tx) =>
    tx
      .insert(journeys)
      .values({ workspaceId, id, name: 'Mine', state: 'draft', draft: {}, createdAt: at, updatedAt: at }),
  );
  return id;
}

describe('row-level security', () => {
  it('protects every table', async () => {
    expect(await asSystem((tx) => rows(tx, unprotected))).toEqual([]);
  });

  it('names a table that lacks a policy', async () => {
    await asSystem(async (tx) => {
      await tx.execute(sql`create table naked (workspace_id text not null)`);
      expect(await rows(tx, unprotected)).toEqual([{ name: 'naked' }]);
      await tx.execute(sql`drop table naked`);
    });
  });

  it('shows a workspace nothing of another one, even without a where clause', async () => {
    const [a, b] = [await freshWorkspace(), await freshWorkspace()];
    const id = await makeJourney(a.workspaceId);
    expect(await inWorkspace(b.workspaceId, (tx) => tx.select().from(journeys))).toEqual([]);
    const touched = await inWorkspace(b.workspaceId, (tx) =>
      tx.update(journeys).set({ name: 'Stolen' }).where(eq(journeys.id, id)).returning(),
    );
    expect(touched).toEqual([]);
  });

  it('refuses a row written for another workspace', async () => {
    const [a, b] = [await freshWorkspace(), await freshWorkspace()];
    const forged = {
      id: newId('key'),
      kind: 'secret' as const,
      name: 'x',
      hash: newId('key'),
      lastFour: 'abcd',
      createdAt: now(),
    };
    const attempt = inWorkspace(b.workspaceId, (tx) =>
      tx.insert(apiKeys).values({ ...forged, workspaceId: a.workspaceId }),
    );
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('gives no rows when no workspace is set, and forgets the last one', async () => {
    const { workspaceId } = await freshWorkspace();
    await inWorkspace(workspaceId, (tx) => tx.select().from(workspaces));
    const seen = await asSystem(async (tx) => {
      await tx.execute(sql`select set_config('role', 'throughline_app', true)`);
      return tx.select().from(workspaces);
    });
    expect(seen).toEqual([]);
  });

  it('lets nobody rewrite the audit log', async () => {
    const { workspaceId } = await freshWorkspace();
    const attempt = inWorkspace(workspaceId, (tx) => tx.update(auditLog).set({ actor: 'somebody else' }));
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('runs as a role that cannot step around it', async () => {
    const role = await runtime().pool.query(
      "select rolsuper, rolbypassrls from pg_roles where rolname = 'throughline_app'",
    );
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });
});
