// The catalogue: read it, save products.
import { endpoints } from '@/lib/core/api/endpoints';
import { listProducts } from '@/lib/server/products/list-products';
import { saveProducts } from '@/lib/server/products/save-products';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listProducts, listProducts);
export const PUT = route(endpoints.saveProducts, saveProducts);
