import type { Closure, Room, RoomDetails, RoomEvent } from '@/domain/room/room';
import type { Recorded } from '@/domain/shared/stream';
import { formatFloor } from '../format';
import { counted } from '../format-duration';
import { formatSlot } from '../format-slot';
import { hoursChanges } from './room-hours';
import { ruleChanges } from './room-rules';
import { actor, after, before, listed, text, untold, type Sentence, type Words } from './sentence';

/**
 * Tells one event of a room.
 *
 * @example “Clara closed it Thu 20 Nov, 10:00–12:00, because “Painting””
 */
export const roomSentence = (room: Room, event: Recorded<RoomEvent>, words: Words): Sentence => {
  const who = actor(words, event.metadata.actor.id);
  const known = room.status === 'unknown' ? undefined : room;
  switch (event.type) {
    case 'RoomAdded': {
      const { name, floor, capacity } = event.data.details;
      return [
        who,
        text(' added '),
        after(name),
        text(` on ${formatFloor(floor)}, with ${counted(capacity, 'seat')}`),
      ];
    }
    case 'RoomDetailsChanged':
      return [who, text(' '), ...listed(detailChanges(known?.details, event.data.changed))];
    case 'OpeningHoursChanged': {
      const told = hoursChanges(known?.openingHours, event.data.openingHours);
      return [
        who,
        text(' changed the opening hours'),
        ...(told.length ? [text(': '), ...listed(told)] : []),
      ];
    }
    case 'BookingRulesChanged': {
      const told = ruleChanges(known?.rules, event.data.rules);
      return [
        who,
        text(' changed the rules'),
        ...(told.length ? [text(': '), ...listed(told)] : []),
      ];
    }
    case 'RoomClosed': {
      const { closed, reason } = event.data;
      const period = formatSlot(closed, event.metadata.recordedAt);
      return [who, text(' closed it '), after(period), text(`, because “${reason}”`)];
    }
    case 'RoomReopened': {
      const closure = closureOf(known?.closures, event.data.closureId);
      if (!closure) return [who, text(' reopened it')];
      const period = formatSlot(closure.closed, event.metadata.recordedAt);
      return [who, text(' reopened it; it was to be closed '), before(period)];
    }
    case 'RoomRetired':
      return [who, text(' took it out of use')];
    case 'RoomReinstated':
      return [who, text(' brought it back into use')];
    default:
      return untold(event);
  }
};

const closureOf = (closures: readonly Closure[] | undefined, closureId: string) =>
  closures?.find((closure) => closure.closureId === closureId);

const detailChanges = (
  old: RoomDetails | undefined,
  { name, floor, capacity, equipment }: Partial<RoomDetails>,
): readonly Sentence[] => [
  ...(name === undefined ? [] : [changed('renamed it', old?.name, name)]),
  ...(floor === undefined ? [] : [changed('changed the floor', old?.floor, floor)]),
  ...(capacity === undefined ? [] : [changed('changed the seats', old?.capacity, capacity)]),
  ...(equipment === undefined ? [] : equipmentChanges(old?.equipment ?? [], equipment)),
];

const changed = (what: string, from: string | number | undefined, to: string | number): Sentence =>
  from === undefined
    ? [text(`${what} to `), after(String(to))]
    : [text(`${what} from `), before(String(from)), text(' to '), after(String(to))];

const equipmentChanges = (from: readonly string[], to: readonly string[]): readonly Sentence[] => {
  const added = to.filter((item) => !from.includes(item));
  const removed = from.filter((item) => !to.includes(item));
  return [
    ...(added.length ? [[text('added '), after(added.join(', '))]] : []),
    ...(removed.length ? [[text('removed '), before(removed.join(', '))]] : []),
    ...(added.length + removed.length ? [] : [[text('put the equipment in another order')]]),
  ];
};
