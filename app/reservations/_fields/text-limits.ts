/** Characters in the title of a reservation. */
export const longestTitle = 120;

/** Characters in its note. */
export const longestNote = 2000;
