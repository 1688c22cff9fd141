// Who gets in, who does not, and for how long a session lasts.
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { sessions, users } from '@/drizzle/schema';
import { now } from '../clock';
import { asSystem } from '../db/transaction';
import { setNow } from '../testing/clock';
import { createWorkspace } from '../workspace/create-workspace';
import { actorOfRequest } from './actor-of-request';
import { changePassword } from './change-password';
import { findSession } from './find-session';
import { hashPassword, passwordMatches } from './password';
import { sessionCookie } from './session-cookie-name';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

const password = 'correct horse battery';
const day = 24 * 60 * 60 * 1000;
let email = '';
let made = 0;

async function tokenFor(secret = password): Promise<string> {
  const result = await signIn({ email, password: secret });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.token;
}

const advanceClock = (ms: number) => setNow(new Date(now().getTime() + ms));

const codeOf = async (secret: string, of = email) => {
  const result = await signIn({ email: of, password: secret });
  return result.ok ? 'in' : result.refusal.code;
};

beforeEach(async () => {
  made += 1;
  email = `person-${process.pid}-${made}@shop.test`;
  const passwordHash = await hashPassword(password);
  await createWorkspace({ name: 'Shop', owner: { email, name: 'Pat Person', passwordHash } });
});

describe('signing in', () => {
  it('opens a session that names the person and the workspace, and stores only a hash', async () => {
    const token = await tokenFor();
    const session = await findSession(token);
    expect(session).toMatchObject({
      email,
      actor: { name: 'Pat Person', role: 'owner' },
      workspace: { name: 'Shop' },
    });
    const stored = await asSystem((tx) => tx.select().from(sessions));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is found in a request by its cookie alone', async () => {
    const request = (cookie: string) => new Request('http://localhost/v1/journeys', { headers: { cookie } });
    const token = await tokenFor();
    expect(await actorOfRequest(request(`theme=dark; ${sessionCookie}=${token}`))).toMatchObject({
      role: 'owner',
    });
    expect(await actorOfRequest(request(`${sessionCookie}=${token}x`))).toBeNull();
    expect(await actorOfRequest(request('theme=dark'))).toBeNull();
  });

  it('ends on sign-out, and by itself after 30 days', async () => {
    const token = await tokenFor();
    await signOut(token);
    expect(await findSession(token)).toBeNull();
    const other = await tokenFor();
    advanceClock(29 * day);
    expect(await findSession(other)).not.toBeNull();
    advanceClock(2 * day);
    expect(await findSession(other)).toBeNull();
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    expect(await signIn({ email, password: 'wrong horse' })).toEqual(
      await signIn({ email: 'nobody@shop.test', password: 'wrong horse' }),
    );
  });
});

describe('guessing', () => {
  it('shuts the account after five wrong passwords, for the right one too, and opens it again', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await codeOf('guess')).toBe('wrong-credentials');
    expect(await codeOf(password)).toBe('too-many-attempts');
    advanceClock(60_000);
    expect(await codeOf(password)).toBe('in');
    const [user] = await asSystem((tx) => tx.select().from(users).where(eq(users.email, email)));
    expect(user).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  it('cannot be sped up by guessing in parallel', async () => {
    const codes = await Promise.all(Array.from({ length: 9 }, () => codeOf('guess')));
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5);
  });

  it('locks an unknown e-mail as well, so that it does not give itself away', async () => {
    const stranger = `stranger-${email}`;
    for (let attempt = 0; attempt < 5; attempt += 1) await codeOf('guess', stranger);
    expect(await codeOf('guess', stranger)).toBe('too-many-attempts');
    expect(await codeOf(password)).toBe('in');
  });
});

describe('a new password', () => {
  it('ends every other session and works at once', async () => {
    const [stolen, mine] = [await tokenFor(), await tokenFor()];
    const session = await findSession(mine);
    if (!session) throw new Error('no session');
    const changed = await changePassword(session.actor, {
      currentPassword: password,
      newPassword: 'a whole new one',
    });
    if (!changed.ok) throw new Error(changed.refusal.message);
    expect(await findSession(stolen)).toBeNull();
    expect(await findSession(changed.value.token)).toMatchObject({ email });
    expect([await codeOf(password), await codeOf('a whole new one')]).toEqual(['wrong-credentials', 'in']);
  });

  it('needs the current one', async () => {
    const session = await findSession(await tokenFor());
    if (!session) throw new Error('no session');
    const refused = await changePassword(session.actor, {
      currentPassword: 'guess',
      newPassword: 'a whole new one',
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-password', field: 'currentPassword' },
    });
  });
});

describe('a stored password', () => {
  it('is Argon2id at OWASP cost, salted, and never matches nobody', async () => {
    const [one, two] = [await hashPassword(password), await hashPassword(password)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches(password, two)).toBe(true);
    expect(await passwordMatches(password, null)).toBe(false);
    expect(
      await asSystem((tx) => tx.execute(sql`select 1 from users where password_hash like '%horse%'`)),
    ).toMatchObject({
      rows: [],
    });
  });
});
