// Whatever else is asked under /v1: a program that mistyped an address wants JSON, not a page.
import { refusal } from '@/lib/server/refusal';

function nothing(): Response {
  return Response.json(refusal('not-found').refusal, { status: 404 });
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
