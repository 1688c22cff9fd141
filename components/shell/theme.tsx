// The theme in force, for the menu and the palette. The server knows it from the cookie.
'use client';

import { createContext, type ReactNode, use, useState } from 'react';
import { applyTheme, type Theme } from './preference';

type ThemeState = readonly [theme: Theme, setTheme: (theme: Theme) => void];

const ThemeContext = createContext<ThemeState>(['system', applyTheme]);

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial);
  const change = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return <ThemeContext value={[theme, change]}>{children}</ThemeContext>;
}

export function useTheme(): ThemeState {
  return use(ThemeContext);
}
