// Everything the studio does to provider connections.
'use server';

import { SaveConnection, SendTest } from '@/lib/core/api/connection';
import { action } from '@/lib/server/action';
import { saveConnection as saveConnectionVerb } from '@/lib/server/channels/save-connection';
import { sendTest as sendTestVerb } from '@/lib/server/channels/send-test';

export const saveConnection = action('saveConnection', SaveConnection, saveConnectionVerb, ['owner']);
export const sendTest = action('sendTest', SendTest, sendTestVerb, ['owner']);
