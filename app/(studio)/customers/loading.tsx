// The shape of the customers list, at once.
import { ListPageSkeleton } from '@/components/shell/list-skeleton';

export default ListPageSkeleton;
