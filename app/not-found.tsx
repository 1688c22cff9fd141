// An address nothing answers to.
import { NotFound } from '@/components/shell/not-found';

export default function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
