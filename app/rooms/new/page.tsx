import type { Metadata } from 'next';
import { ActionForm } from '@/app/_shared/action-form';
import { SelectField } from '@/app/_shared/fields';
import { freshIds } from '@/app/_shared/fresh-ids';
import { Notice } from '@/app/_shared/notice';
import { PageHeader } from '@/app/_shared/page-header';
import { SubmitButton } from '@/app/_shared/submit-button';
import { whoActs } from '@/app/_shared/who-acts';
import { defaultRules } from '@/domain/room/room';
import { knownRooms } from '@/infrastructure/queries/named-rooms';
import { usualZone } from '../usual-zone';
import { DetailsFields } from '../_fields/details-fields';
import { OpeningHoursFields } from '../_fields/opening-hours-fields';
import { suggestedHours } from '../_fields/opening-hours-text';
import { RulesFields } from '../_fields/rules-fields';
import { addRoom } from './add-room.action';
import { suggestedZone, timeZones } from './time-zones';

export const metadata: Metadata = { title: 'Add a room' };

/** Where a manager adds a room. */
export default async function NewRoomPage() {
  const member = await whoActs();
  return (
    <>
      <PageHeader crumbs={[{ label: 'Rooms', href: '/rooms' }, { label: 'Add a room' }]} />
      <main id="main" tabIndex={-1} className="max-w-2xl px-4 py-6 outline-none desk:px-5">
        <h1 className="text-entity font-semibold">Add a room</h1>
        {member?.role === 'manager' ? (
          <AddRoomForm />
        ) : (
          <div className="mt-4">
            <Notice tone="info" title="Only a manager can add rooms">
              <p className="mt-1 text-ink-2">Ask one, or choose one at the top of the page.</p>
            </Notice>
          </div>
        )}
      </main>
    </>
  );
}

const AddRoomForm = async () => {
  const rooms = await knownRooms();
  const zone = rooms.length > 0 ? usualZone(rooms) : suggestedZone();
  return (
    <ActionForm
      action={addRoom}
      ids={await freshIds('commandId', 'roomId')}
      label="Add a room"
      className="mt-5 grid gap-6"
    >
      <DetailsFields />
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="It stays: a room in another zone is another room"
        options={timeZones().map((zone) => ({ value: zone, label: zone }))}
        defaultValue={zone}
      />
      <OpeningHoursFields hours={suggestedHours} />
      <RulesFields rules={defaultRules} />
      <div>
        <SubmitButton pending="Adding…">Add the room</SubmitButton>
      </div>
    </ActionForm>
  );
};
