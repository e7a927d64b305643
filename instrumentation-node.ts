import { eventStore } from '@/infrastructure/store';

/**
 * Connects and makes collections and indexes while the server starts, so that the first visitor does
 * not wait for it. Not awaited: without a database the pages say so themselves, and try again.
 */
export const openStoreEarly = () => {
  eventStore().catch((error: unknown) => {
    console.error('The database cannot be used yet:', error);
  });
};
