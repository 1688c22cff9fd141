// The environment, parsed once; everything else reads settings from here and trusts them.
import { z } from 'zod';
import { KillAt } from './kill-at';

const Flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const List = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (openssl rand -hex 32)')
    .optional(),
  ALLOW_TIME_TRAVEL: Flag,
  ALLOW_HTTP_WEBHOOKS: Flag,
  ALLOW_FAULTS: Flag,
  FAULT_KILL_AT: KillAt.optional(),
  SEED_DEMO: Flag,
  OUTGOING_ALLOW_HOSTS: List,
});

export interface Env {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly publicUrl: string;
  readonly smtpUrl: string | null;
  /** 32 bytes: encrypts provider secrets and signs links. Null only before the data folder was opened. */
  readonly secretKey: Buffer | null;
  readonly allowTimeTravel: boolean;
  /** Where a crash test wants this process to die; null wherever faults are not allowed. */
  readonly killAt: z.infer<typeof KillAt> | null;
  readonly allowHttpWebhooks: boolean;
  readonly outgoingAllowHosts: readonly string[];
  /** Whether an empty database is filled with the demo shop. */
  readonly seedDemo: boolean;
}

/** Parses the variables; throws one sentence that names the variable and what it must be. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.')} is not usable: ${issue?.message}.`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL ?? null,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    smtpUrl: value.SMTP_URL ?? null,
    secretKey: value.SECRET_KEY ? Buffer.from(value.SECRET_KEY, 'hex') : null,
    allowTimeTravel: value.ALLOW_TIME_TRAVEL,
    killAt: value.ALLOW_FAULTS ? (value.FAULT_KILL_AT ?? null) : null,
    allowHttpWebhooks: value.ALLOW_HTTP_WEBHOOKS,
    outgoingAllowHosts: value.OUTGOING_ALLOW_HOSTS,
    seedDemo: value.SEED_DEMO,
  };
}
