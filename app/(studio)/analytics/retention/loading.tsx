// The shape of a report, at once.
import { ListPageSkeleton } from '@/components/shell/list-skeleton';

export default ListPageSkeleton;
