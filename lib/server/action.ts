// Every server action goes through here: who asks comes from the session, what was sent is parsed, then the verb runs.
import 'server-only';
import type { z } from 'zod';
import type { Refusal, Result } from '@/lib/core/result';
import type { Actor } from './actor';
import { setAnswerStatus } from './answer-status';
import { audit } from './audit';
import { currentSession } from './auth/current-session';
import { sessionRefusal } from './auth/session-refusal';
import { inWorkspace } from './db/transaction';
import { inputRefusal } from './input-refusal';
import { refusingNewer } from './journeys/read-stored';
import { refusal } from './refusal';

type Action<Input, Value, No> = (input: Input) => Promise<Result<Value, No | Refusal>>;

const writers: readonly Actor['role'][] = ['owner', 'editor'];

/**
 * @param name what the audit log calls it: a build does not keep the names of functions
 * @param roles who may; left out, those who may change things. A refusal of the role is written to the audit log.
 */
export function action<Schema extends z.ZodType, Value, No extends Refusal>(
  name: string,
  schema: Schema,
  verb: (actor: Actor, input: z.output<Schema>) => Promise<Result<Value, No>>,
  roles: readonly Actor['role'][] = writers,
): Action<z.input<Schema>, Value, No> {
  return async (input) => {
    const session = await currentSession();
    if (!session) {
      setAnswerStatus(401);
      return sessionRefusal('signed-out');
    }
    const { actor } = session;
    if (!roles.includes(actor.role)) {
      await inWorkspace(actor.workspaceId, (tx) => audit(tx, actor, 'action.refused', name));
      setAnswerStatus(403);
      return refusal('role-not-allowed');
    }
    return parsed(schema, input, (value) => verb(actor, value));
  };
}

/** An action before anybody is signed in. */
export function publicAction<Schema extends z.ZodType, Value, No extends Refusal>(
  schema: Schema,
  verb: (input: z.output<Schema>) => Promise<Result<Value, No>>,
): Action<z.input<Schema>, Value, No> {
  return (input) => parsed(schema, input, verb);
}

async function parsed<Schema extends z.ZodType, Value, No extends Refusal>(
  schema: Schema,
  input: unknown,
  run: (value: z.output<Schema>) => Promise<Result<Value, No>>,
): Promise<Result<Value, No | Refusal>> {
  const result = schema.safeParse(input);
  return result.success ? refusingNewer(() => run(result.data)) : inputRefusal(result.error);
}
