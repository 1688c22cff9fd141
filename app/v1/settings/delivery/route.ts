// The sending rules of the workspace.
import { endpoints } from '@/lib/core/api/endpoints';
import { findDelivery } from '@/lib/server/delivery/find-delivery';
import { saveDelivery } from '@/lib/server/delivery/save-delivery';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findDelivery, findDelivery);
export const PUT = route(endpoints.saveDelivery, saveDelivery);
