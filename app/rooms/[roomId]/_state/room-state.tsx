import { counted, formatMinutes } from '@/app/_shared/format-duration';
import { hoursByDays } from '@/app/_shared/sentences/room-hours';
import { setBy } from '@/app/_shared/set-by';
import { Aside, StatePanel, StateRow } from '@/app/_shared/state-panel';
import { roomDefinition, type Room, type RoomEvent } from '@/domain/room/room';
import type { Recorded } from '@/domain/shared/stream';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';

type RoomStateProps = { readonly room: KnownRoom; readonly events: readonly Recorded<RoomEvent>[] };

/** What a room is and the rules it goes by; each row names the version that set it. */
export const RoomState = ({ room, events }: RoomStateProps) => {
  const { details, openingHours, rules, timeZone } = room;
  const setting = (field: (known: KnownRoom) => unknown) =>
    setBy(roomDefinition, events, (state: Room) => state.status !== 'unknown' && field(state));
  return (
    <div className="mt-5">
      <StatePanel label="What is so now">
        <StateRow label="Name" version={setting((r) => r.details.name)}>
          {details.name}
        </StateRow>
        <StateRow label="Floor" version={setting((r) => r.details.floor)}>
          {details.floor}
        </StateRow>
        <StateRow label="Seats" version={setting((r) => r.details.capacity)}>
          {details.capacity}
        </StateRow>
        <StateRow label="Equipment" version={setting((r) => r.details.equipment)}>
          {details.equipment.length > 0 ? details.equipment.join(', ') : <Aside>none</Aside>}
        </StateRow>
        <StateRow label="Time zone" version={setting((r) => r.timeZone)}>
          {timeZone} <Aside>for good</Aside>
        </StateRow>
        <StateRow label="Open" version={setting((r) => r.openingHours)}>
          <ul>
            {hoursByDays(openingHours).map(({ days, windows }) => (
              <li key={days}>
                {days} <span className={windows === 'closed' ? 'text-ink-3' : ''}>{windows}</span>
              </li>
            ))}
          </ul>
        </StateRow>
        <StateRow label="Steps" version={setting((r) => r.rules.gridMinutes)}>
          Starts and ends lie on {formatMinutes(rules.gridMinutes)} steps
        </StateRow>
        <StateRow
          label="Length"
          version={setting(({ rules: r }) => [r.shortestMinutes, r.longestMinutes])}
        >
          {formatMinutes(rules.shortestMinutes)} to {formatMinutes(rules.longestMinutes)}
        </StateRow>
        <StateRow label="Notice" version={setting((r) => r.rules.leadTimeMinutes)}>
          {rules.leadTimeMinutes === 0
            ? 'Can be booked up to the last minute'
            : `Booked at least ${formatMinutes(rules.leadTimeMinutes)} before`}
        </StateRow>
        <StateRow label="Ahead" version={setting((r) => r.rules.horizonDays)}>
          Can be booked {counted(rules.horizonDays, 'day')} ahead
        </StateRow>
        <StateRow label="Buffer" version={setting((r) => r.rules.bufferMinutes)}>
          {rules.bufferMinutes === 0
            ? 'Reservations may follow one another at once'
            : `${formatMinutes(rules.bufferMinutes)} kept free after each reservation`}
        </StateRow>
      </StatePanel>
    </div>
  );
};
