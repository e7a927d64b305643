/** Called by Next once when the server starts, before it serves. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginEarly } = await import('./instrumentation-node');
    void beginEarly();
  }
};
