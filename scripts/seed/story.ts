import { Temporal } from 'temporal-polyfill';
import { bookingSteps } from './booking-story';
import { randomFrom } from './random';
import { day, placeRooms, roomSteps } from './room-story';
import { demoRooms } from './rooms';
import type { Step } from './step';

const firstDay = -21;
const lastDay = 14;

/**
 * All that happened in the demo, a list for each room, each in the order it happened: three weeks of
 * past and two of future around `now` (ms since 1970), all of it done before now.
 */
export const story = (now: number): readonly (readonly Step[])[] => {
  const random = randomFrom(Math.floor(now / day));
  const rooms = placeRooms(demoRooms, random, now - 26 * day);
  const ofRooms = roomSteps(rooms, random, now);
  return rooms.map((room) => {
    const steps = ofRooms.filter((step) => step.roomId === room.roomId);
    const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(room.timeZone);
    for (let days = firstDay; days <= lastDay; days += 1) {
      const date = zoned.toPlainDate().add({ days });
      if (date.dayOfWeek > 5) continue;
      steps.push(...bookingSteps(room, date, random, now));
    }
    return steps.sort((a, b) => a.at - b.at);
  });
};
