import { describe, expect, test } from 'vitest';
import { ana, atrium, clara, commandNumber, longAgo, mine, sealed } from '@/domain/testing/people';
import {
  booked,
  cancelled,
  moved,
  rejected,
  restored,
  reworded,
} from '@/domain/testing/reservation-stories';
import { added } from '@/domain/testing/room-stories';
import type { Story } from '@/domain/testing/story';
import { Streams } from '@/domain/testing/streams';
import { slotAt, wish } from '@/domain/testing/wall';
import { reservationStream } from './reservation';

const write = { commandId: commandNumber(1), actor: clara, at: longAgo, decidedOn: [] };

/** The reservation `mine` after what happened. */
const reservationAfter = (...stories: readonly Story[]) =>
  stories
    .reduce(
      (streams, story) => streams.with(write, story.events(streams)),
      new Streams().with(write, added().events(new Streams())),
    )
    .one(reservationStream(mine)).state;

const nine = wish('2026-11-24T09:00', '10:00');
const two = wish('2026-11-25T14:00', '15:00');

describe('What a reservation’s history folds to', () => {
  test('Nothing is known before it was made', () => {
    expect(reservationAfter()).toEqual({ status: 'unknown' });
    expect(reservationAfter(reworded({ title: sealed('Retro') }))).toEqual({ status: 'unknown' });
  });

  test('It belongs to who made it, with the slot that was granted', () => {
    expect(reservationAfter(booked(nine))).toMatchObject({
      status: 'reserved',
      memberId: ana.id,
      granted: { slot: slotAt(nine), roomPosition: 1 },
      reservedAt: longAgo,
    });
  });

  test('A move changes the slot and nothing else', () => {
    expect(reservationAfter(booked(nine), moved([nine], [two]))).toEqual(
      reservationAfter(booked(two)),
    );
  });

  test('A cancelled one remembers its slot, who cancelled it, and why', () => {
    const cause = { code: 'ROOM_CLOSED', roomId: atrium } as const;
    expect(reservationAfter(booked(nine), cancelled(nine, {}, cause))).toMatchObject({
      status: 'cancelled',
      granted: { slot: slotAt(nine) },
      cancelledAt: longAgo,
      cancelledBy: clara.id,
      cause,
    });
  });

  test('A restored one is as it was before it was cancelled', () => {
    expect(reservationAfter(booked(nine), cancelled(nine), restored(nine))).toEqual(
      reservationAfter(booked(nine)),
    );
  });

  test('A refused booking stays refused, with the reason', () => {
    const refusal = { code: 'OFF_THE_GRID', gridMinutes: 15 } as const;
    expect(reservationAfter(rejected(nine, refusal), cancelled(nine))).toMatchObject({
      status: 'rejected',
      wished: nine,
      refusal,
      rejectedAt: longAgo,
    });
  });
});

describe('Title and note', () => {
  const [retro, agenda] = [sealed('Retro'), sealed('Agenda')];

  test('What is not named stays', () => {
    expect(
      reservationAfter(booked(nine, { note: agenda }), reworded({ title: retro })),
    ).toMatchObject({
      title: retro,
      note: agenda,
    });
  });

  test('A note can be added, replaced and removed', () => {
    const withNote = reservationAfter(booked(nine), reworded({ note: agenda }));
    expect(withNote).toMatchObject({ note: agenda });
    const replaced = reservationAfter(booked(nine, { note: agenda }), reworded({ note: retro }));
    expect(replaced).toMatchObject({ note: retro });
    const removed = reservationAfter(booked(nine, { note: agenda }), reworded({ note: null }));
    expect(removed).not.toHaveProperty('note');
  });
});
