import { ActionForm } from '@/app/_shared/action-form';
import { freshIds } from '@/app/_shared/fresh-ids';
import { PositionField } from '@/app/_shared/position-field';
import { ShownField } from '@/app/_shared/shown-field';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { LocalDate } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { DetailsFields } from '../../_fields/details-fields';
import { OpeningHoursFields } from '../../_fields/opening-hours-fields';
import { RulesFields } from '../../_fields/rules-fields';
import { changeDetails } from './change-details.action';
import { changeHours } from './change-hours.action';
import { changeRules } from './change-rules.action';
import { CloseForm } from './close-form';
import { RetireForm } from './retire-form';

/** What a manager can do to a room. */
export const ManageRoom = ({
  room,
  position,
  today,
}: {
  room: KnownRoom;
  position: number;
  today: LocalDate;
}) => (
  <section aria-labelledby="manage" className="mt-8">
    <h2 id="manage" className="text-say font-semibold">
      Manage this room
    </h2>
    <div className="mt-3 grid gap-2">
      <DetailsForm room={room} />
      <HoursForm room={room} position={position} />
      <RulesForm room={room} position={position} />
      {room.status === 'open' && <CloseForm room={room} today={today} />}
      <RetireForm room={room} />
    </div>
  </section>
);

const DetailsForm = async ({ room }: { room: KnownRoom }) => (
  <ActionForm
    action={changeDetails}
    ids={await freshIds('commandId')}
    label="Change details"
    summary="Change details"
    className="grid gap-2"
  >
    <input type="hidden" name="roomId" value={room.roomId} />
    <ShownField shown={room.details} />
    <DetailsFields details={room.details} />
    <div>
      <SubmitButton pending="Changing…">Change details</SubmitButton>
    </div>
  </ActionForm>
);

type PositionedRoom = { room: KnownRoom; position: number };

const HoursForm = async ({ room, position }: PositionedRoom) => (
  <ActionForm
    action={changeHours}
    ids={await freshIds('commandId')}
    label="Change opening hours"
    summary="Change opening hours"
    className="grid gap-2"
  >
    <input type="hidden" name="roomId" value={room.roomId} />
    <PositionField position={position} />
    <OpeningHoursFields hours={room.openingHours} />
    <p className="text-sub text-ink-3">Reservations there are stay as they are.</p>
    <div>
      <SubmitButton pending="Changing…">Change opening hours</SubmitButton>
    </div>
  </ActionForm>
);

const RulesForm = async ({ room, position }: PositionedRoom) => (
  <ActionForm
    action={changeRules}
    ids={await freshIds('commandId')}
    label="Change rules"
    summary="Change rules"
    className="grid gap-2"
  >
    <input type="hidden" name="roomId" value={room.roomId} />
    <PositionField position={position} />
    <RulesFields rules={room.rules} />
    <p className="text-sub text-ink-3">Reservations there are stay as they are.</p>
    <div>
      <SubmitButton pending="Changing…">Change rules</SubmitButton>
    </div>
  </ActionForm>
);
