// The catalogue from a file.
import { endpoints } from '@/lib/core/api/endpoints';
import { importProducts } from '@/lib/server/products/import-products';
import { uploadRoute } from '@/lib/server/route';

export const POST = uploadRoute(endpoints.importProducts, importProducts);
