import { cookies } from 'next/headers';
import { z } from 'zod';

/** The cookie that holds the theme; read on the server, so that no page flashes. */
export const themeCookie = 'theme';

export const themes = ['system', 'light', 'dark'] as const;
export const themeSchema = z.enum(themes);
export type Theme = z.infer<typeof themeSchema>;

/** The theme this browser has chosen; `system` follows the machine. */
export const chosenTheme = async (): Promise<Theme> =>
  themeSchema.catch('system').parse((await cookies()).get(themeCookie)?.value);
