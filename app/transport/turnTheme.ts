import { THEMES, type Theme } from '../../src/scene/scene.ts';
import { chooseTheme } from '../store/viewActions.ts';
import type { AppParts } from '../ui/AppContext.ts';

/** The theme that follows, the first after the last. */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}

/** Shows the next theme, and keeps it for the next visit. */
export function turnTheme({ store, rememberTheme }: Pick<AppParts, 'store' | 'rememberTheme'>): void {
  const theme = nextTheme(store.getState().theme);
  chooseTheme(store, theme);
  rememberTheme(theme);
}
