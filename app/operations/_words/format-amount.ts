/** `3,214`. */
export const formatCount = (count: number): string =>
  String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');

const steps = ['bytes', 'kB', 'MB', 'GB'] as const;

/** `640 kB`, `1.2 MB`: in steps of 1024, as MongoDB counts. */
export const formatBytes = (bytes: number): string => {
  let [size, step] = [bytes, 0];
  while (size >= 1024 && step < steps.length - 1) [size, step] = [size / 1024, step + 1];
  return `${size < 10 && step > 0 ? size.toFixed(1) : String(Math.round(size))} ${steps[step] ?? ''}`;
};
