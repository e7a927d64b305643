/** The columns of the list of rooms, the same in each row; two where there is little room. */
export const columns =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 px-4 desk:grid-cols-[8rem_9rem_minmax(0,1fr)_11rem_6rem] desk:px-5 wide:grid-cols-[13rem_13rem_minmax(0,1fr)_11rem_6rem]';
