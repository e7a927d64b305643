/** Counts kept refusals per member and hour. */
export const keptRefusalsCollection = 'kept_refusals';
