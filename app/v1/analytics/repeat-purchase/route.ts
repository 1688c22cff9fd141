// Repeat orders, and what customers are worth.
import { endpoints } from '@/lib/core/api/endpoints';
import { readRepeatPurchase } from '@/lib/server/analytics/read-repeat-purchase';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.readRepeatPurchase, readRepeatPurchase);
