/** What people meet for in the demo. */
export const titles = [
  'Design review',
  'Roadmap',
  'Sprint planning',
  'Retro',
  'Hiring panel',
  'Vendor call',
  'Data guild',
  'Budget',
  'Customer advisory',
  'Security review',
  'Onboarding',
  'Research readout',
  'Mentoring',
  'Incident follow-up',
  'Quarterly planning',
  'Pairing',
  'Release check',
  'Book club',
  'Legal',
  'Support handover',
] as const;

/** What some of them note. */
export const notes = [
  'Printed flows on the wall, please',
  'Two guests join by video',
  'Needs the big table',
  'Coffee for eight',
] as const;
