// Codes of a pool from a file.
import { endpoints } from '@/lib/core/api/endpoints';
import { importCoupons } from '@/lib/server/coupons/import-coupons';
import { uploadRoute } from '@/lib/server/route';

export const POST = uploadRoute(endpoints.importCoupons, importCoupons);
