import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { forgetRecent } from '#renderer/app/paletteHits.ts';

afterEach(() => {
  cleanup();
  forgetRecent();
  document.title = '';
});
