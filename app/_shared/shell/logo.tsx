/** The mark of Roomlog: three slots of a day, one of them mine. */
export const Logo = () => (
  <svg aria-hidden width="28" height="28" viewBox="0 0 28 28">
    <rect width="28" height="28" rx="8" fill="var(--ink)" />
    <rect x="6" y="7" width="9" height="3.5" rx="1.2" fill="var(--surface)" />
    <rect x="11" y="12.25" width="11" height="3.5" rx="1.2" fill="var(--logo-accent)" />
    <rect x="6" y="17.5" width="7" height="3.5" rx="1.2" fill="var(--surface)" />
  </svg>
);
