// The shape of the journeys list, at once.
import { ListPageSkeleton } from '@/components/shell/list-skeleton';

export default ListPageSkeleton;
