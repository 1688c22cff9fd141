// The studio opens at the journeys.
import { redirect } from 'next/navigation';

export default function HomePage(): never {
  redirect('/journeys');
}
