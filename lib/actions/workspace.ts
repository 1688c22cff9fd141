// Everything the studio does to the workspace itself.
'use server';

import { SaveWorkspace, SetLiveTraffic } from '@/lib/core/api/workspace';
import { action } from '@/lib/server/action';
import { saveWorkspace as saveWorkspaceVerb } from '@/lib/server/workspace/save-workspace';
import { setLiveTraffic as setLiveTrafficVerb } from '@/lib/server/workspace/set-live-traffic';

export const saveWorkspace = action('saveWorkspace', SaveWorkspace, saveWorkspaceVerb);
export const setLiveTraffic = action('setLiveTraffic', SetLiveTraffic, setLiveTrafficVerb);
