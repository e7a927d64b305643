import { Moon, Sun, SunMoon } from 'lucide-react';
import { chooseTheme } from './choose.action';
import { chosenTheme, themeCookie, themes } from './theme';

const icons = { system: SunMoon, light: Sun, dark: Moon } as const;
const names = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** Steps through the themes; a plain form, so that it works without scripts. */
export const ThemeButton = async () => {
  const theme = await chosenTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const Icon = icons[theme];
  const label = `Theme: ${names[theme]}. Change to ${names[next]}`;
  return (
    <form action={chooseTheme}>
      <button
        type="submit"
        name={themeCookie}
        value={next}
        aria-label={label}
        title={label}
        className="flex min-h-12 min-w-12 flex-col items-center justify-center gap-1 rounded-control px-1 text-meta font-medium text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Icon aria-hidden size={20} strokeWidth={1.75} />
        <span aria-hidden className="desk:hidden">
          Theme
        </span>
      </button>
    </form>
  );
};
