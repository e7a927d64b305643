import { z } from 'zod';
import { dateField, reservationIdField, roomIdField } from '@/app/_shared/form-schemas';
import { stripForMove } from '@/infrastructure/queries/day-strip';

const asked = z.object({ roomId: roomIdField, date: dateField, moving: reservationIdField });

/**
 * GET /rooms/{roomId}/{date}/strip?moving={reservationId}: the day of a room in one line, as JSON,
 * for the form that moves a reservation there; 404 where there is no such room or day.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/rooms/[roomId]/[date]/strip'>,
): Promise<Response> {
  const moving = new URL(request.url).searchParams.get('moving');
  const parsed = asked.safeParse({ ...(await params), moving });
  if (!parsed.success) return new Response(null, { status: 404 });
  const { roomId, date, moving: reservationId } = parsed.data;
  const strip = await stripForMove(roomId, date, reservationId);
  return strip ? Response.json(strip) : new Response(null, { status: 404 });
}
