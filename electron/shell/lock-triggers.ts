import { powerMonitor } from 'electron';

/** Locks when the person locks the computer or it goes to sleep: whoever wakes it may be somebody else. */
export function lockWhenAway(lock: () => void): void {
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
}
