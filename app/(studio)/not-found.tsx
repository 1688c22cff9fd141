// A thing that is not there, said inside the shell.
import { NotFound } from '@/components/shell/not-found';

export default function StudioNotFoundPage() {
  return <NotFound />;
}
