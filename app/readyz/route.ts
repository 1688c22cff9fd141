// Says whether this installation does its work, for load balancers and monitoring.
import { readiness } from '@/lib/server/health/readiness';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const answer = await readiness();
  const status = answer.status === 'ready' ? 200 : 503;
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } });
}
