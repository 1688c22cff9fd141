// Everything the studio does to API keys.
'use server';

import { CreateKey, KeyRef } from '@/lib/core/api/key';
import { action } from '@/lib/server/action';
import { createKey as createKeyVerb } from '@/lib/server/keys/create-key';
import { revokeKey as revokeKeyVerb } from '@/lib/server/keys/revoke-key';

export const createKey = action('createKey', CreateKey, createKeyVerb, ['owner']);
export const revokeKey = action('revokeKey', KeyRef, revokeKeyVerb, ['owner']);
