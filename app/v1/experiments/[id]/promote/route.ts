// All new entries take one arm.
import { endpoints } from '@/lib/core/api/endpoints';
import { promoteArm } from '@/lib/server/experiments/choose-arm';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.promoteArm, promoteArm);
