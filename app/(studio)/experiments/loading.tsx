// The shape of the page, at once.
import { ListPageSkeleton } from '@/components/shell/list-skeleton';

export default ListPageSkeleton;
