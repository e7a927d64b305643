declare const brand: unique symbol;

/** A string that was checked to be of one kind; made by the companion of the same name. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const memberName = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/**
 * The companion of an id: `is` tells whether a text has the form, `of` gives the branded id
 * or throws a TypeError. No id may hold a colon, which divides type and id in a stream name.
 */
const idOf = <Id extends Brand<string>>(name: string, form: RegExp) => {
  const is = (text: string): text is Id => form.test(text);
  return {
    is,
    of: (text: string): Id => {
      if (!is(text)) throw new TypeError(`${JSON.stringify(text)} is not a ${name}`);
      return text;
    },
  };
};

/** A room, a UUIDv7 in lower case. */
export type RoomId = Brand<'RoomId'>;
export const RoomId = idOf<RoomId>('RoomId', uuid);

/** A reservation, a UUIDv7 in lower case; it stays the same through moves, cancelling and restoring. */
export type ReservationId = Brand<'ReservationId'>;
export const ReservationId = idOf<ReservationId>('ReservationId', uuid);

/** One closing of a room, a UUIDv7 in lower case; reopening names it. */
export type ClosureId = Brand<'ClosureId'>;
export const ClosureId = idOf<ClosureId>('ClosureId', uuid);

/** One sending of a command, a UUIDv7 in lower case: sent twice, it acts once. */
export type CommandId = Brand<'CommandId'>;
export const CommandId = idOf<CommandId>('CommandId', uuid);

/** A person: lower-case letters, digits, dot, dash and underscore, at most 64. */
export type MemberId = Brand<'MemberId'>;
export const MemberId = idOf<MemberId>('MemberId', memberName);
