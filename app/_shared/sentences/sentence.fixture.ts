import type { GrantedSlot } from '@/domain/reservation/reservation';
import { MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { DomainEvent, Recorded } from '@/domain/shared/stream';
import type { Instant, LocalDateTime, TimeZone } from '@/domain/shared/time';
import type { Words } from './sentence';

export const atlas = RoomId.of('01912f00-0000-7000-8000-00000000000a');
export const boreal = RoomId.of('01912f00-0000-7000-8000-00000000000b');
export const hudson = RoomId.of('01912f00-0000-7000-8000-00000000000c');
export const ana = MemberId.of('ana.ruiz');
export const ben = MemberId.of('ben.okafor');
export const clara = MemberId.of('clara.weiss');
export const designReview = ReservationId.of('01912f00-0000-7000-8000-000000000001');
export const zurich = 'Europe/Zurich' as TimeZone;
export const newYork = 'America/New_York' as TimeZone;

export const instant = (text: string) => text as Instant;

export const words: Words = {
  members: { [ana]: 'Ana Ruiz', [ben]: 'Ben Okafor', [clara]: 'Clara Weiss' },
  rooms: {
    [atlas]: { name: 'Atlas', timeZone: zurich },
    [boreal]: { name: 'Boreal', timeZone: zurich },
    [hudson]: { name: 'Hudson', timeZone: newYork },
  },
  texts: { 'box-review': 'Design review', 'box-crit': 'Design crit' },
};

export const sealed = (box: string) => ({ key: ana, box });

/** An event as recorded by someone, by default by Ana on 12 November 2025. */
export const recorded = <E extends DomainEvent>(event: E, by = ana, position = 1): Recorded<E> =>
  ({
    ...event,
    metadata: {
      messageId: `m${position}`,
      streamName: 'test:1',
      streamPosition: position,
      recordedAt: instant('2025-11-12T15:20:44.031Z'),
      actor: { id: by, role: 'member' },
      correlationId: 'c1',
      causationId: 'c1',
      schemaVersion: 1,
      commit: { id: 't1', at: 1, index: 0, size: 1 },
    },
  }) as unknown as Recorded<E>;

/** A slot in winter time (UTC+1), from and to as on the wall of a room in Zurich. */
export const granted = (
  roomId: RoomId,
  startsAt: string,
  endsAt: string,
  timeZone: TimeZone = zurich,
): GrantedSlot => {
  const offset = timeZone === newYork ? '-05:00' : '+01:00';
  const at = (wall: string) => instant(new Date(`${wall}:00${offset}`).toISOString());
  return {
    roomId,
    slot: {
      start: at(startsAt),
      end: at(endsAt),
      startsAt: startsAt as LocalDateTime,
      endsAt: endsAt as LocalDateTime,
      startOffset: offset,
      endOffset: offset,
      timeZone,
    },
    heldUntil: at(endsAt),
    roomPosition: 1,
  };
};
