// The shape of the events list, at once.
import { ListPageSkeleton } from '@/components/shell/list-skeleton';

export default ListPageSkeleton;
