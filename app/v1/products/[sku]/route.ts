// One product: read it, delete it.
import { endpoints } from '@/lib/core/api/endpoints';
import { deleteProduct } from '@/lib/server/products/delete-product';
import { findProduct } from '@/lib/server/products/find-product';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findProduct, findProduct);
export const DELETE = route(endpoints.deleteProduct, deleteProduct);
