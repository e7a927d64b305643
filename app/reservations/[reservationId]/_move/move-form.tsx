import { ActionForm } from '@/app/_shared/action-form';
import { SelectField } from '@/app/_shared/fields';
import { formatFloor } from '@/app/_shared/format';
import { counted } from '@/app/_shared/format-duration';
import { freshIds } from '@/app/_shared/fresh-ids';
import { LinkButton } from '@/app/_shared/link-button';
import { SubmitButton } from '@/app/_shared/submit-button';
import { dateOf, plusDays } from '@/domain/shared/days';
import { choicesOf } from '@/app/_shared/time-choice';
import { WishBoard } from '@/app/_shared/wish-board';
import { WishFields } from '@/app/_shared/wish-fields';
import type { GrantedSlot } from '@/domain/reservation/reservation';
import type { ReservationId } from '@/domain/shared/ids';
import type { Slot } from '@/domain/shared/time';
import { stripForMove } from '@/infrastructure/queries/day-strip';
import { knownRooms, named, type KnownRoom } from '@/infrastructure/queries/named-rooms';
import { moveReservation } from './move.action';
import { TargetDay } from './target-day';

type MoveFormProps = {
  readonly reservationId: ReservationId;
  readonly granted: GrantedSlot;
};

/** Another room, another time, or both; the old slot is kept until the new one is granted. */
export const MoveForm = async ({ reservationId, granted: { slot, roomId } }: MoveFormProps) => {
  const rooms = (await knownRooms())
    .filter((room) => room.status === 'open' || room.roomId === roomId)
    .sort(byFloorAndName);
  const date = dateOf(slot.startsAt);
  const strip = await stripForMove(roomId, date, reservationId);
  const inZones = rooms.map(({ roomId: id, timeZone }) => [id, timeZone] as const);
  return (
    <WishBoard>
      <ActionForm
        action={moveReservation}
        ids={await freshIds('commandId')}
        label="Move the reservation"
        className="grid gap-3"
      >
        <input type="hidden" name="reservationId" value={reservationId} />
        <SelectField
          name="roomId"
          label="Room"
          required
          defaultValue={roomId}
          options={rooms.map((room) => ({ value: room.roomId, label: labelOf(room) }))}
        />
        <WishFields
          date={date}
          {...fieldsOf(slot)}
          stepMinutes={finestGrid(rooms)}
          overDays={rooms.some((room) => room.rules.longestMinutes > 24 * 60)}
          zone={zonesOf(rooms)}
          zones={Object.fromEntries(inZones)}
        />
        {strip && (
          <TargetDay
            moving={reservationId}
            slot={slot}
            first={{ roomId, strip }}
            rooms={named(rooms)}
          />
        )}
        <p className="text-sub text-ink-3">
          It keeps its old place until the new one is granted; if that is taken, nothing changes.
        </p>
        <div className="flex flex-wrap gap-2.5">
          <SubmitButton pending="Moving…">Move it</SubmitButton>
          <LinkButton href={`/reservations/${reservationId}`} tone="quiet" scroll={false}>
            Leave it there
          </LinkButton>
        </div>
      </ActionForm>
    </WishBoard>
  );
};

/** The times as they are typed: midnight is 24:00 of the day before. */
const fieldsOf = ({ start, end, endsAt, timeZone }: Slot) => {
  const { from, to } = choicesOf({ start, end }, timeZone);
  return { from, to, endDate: to === '24:00' ? plusDays(dateOf(endsAt), -1) : dateOf(endsAt) };
};

const byFloorAndName = (a: KnownRoom, b: KnownRoom) =>
  a.details.floor.localeCompare(b.details.floor, 'en', { numeric: true }) ||
  a.details.name.localeCompare(b.details.name, 'en');

const labelOf = ({ details, timeZone, status }: KnownRoom) => {
  const { name, floor, capacity } = details;
  const outOfUse = status === 'retired' ? ', out of use' : '';
  return `${name}, ${counted(capacity, 'seat')}, ${formatFloor(floor)} (${timeZone})${outOfUse}`;
};

/** The browser must let through what any of the rooms allows. */
const finestGrid = (rooms: readonly KnownRoom[]) =>
  Math.max(1, rooms.map((room) => room.rules.gridMinutes).reduce(commonDivisor, 0));

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

const zonesOf = (rooms: readonly KnownRoom[]) =>
  new Set(rooms.map((room) => room.timeZone)).size === 1
    ? (rooms[0]?.timeZone ?? '')
    : 'in the zone of the room you choose';
