import { Notice } from './notice';

/** Says that a list does not show yet what the member just did. */
export const CatchingUp = () => (
  <div className="mt-4">
    <Notice tone="info" title="Catching up">
      <p>What you just did is not in here yet. Load the page again in a moment.</p>
    </Notice>
  </div>
);
