import { config } from 'zod';

// The window's content policy forbids code made from text, which zod would otherwise use to compile its checks.
// This module is imported before any other, so that no schema is built the forbidden way.
config({ jitless: true });
