import type { ProgressEvent } from '../model/progress.ts';
import { liveLines, logItems, NO_PROGRESS, type Progress, progressed, redrawn } from '../report/progress.ts';
import type { CommandContext } from './context.ts';

/** Milliseconds between two pictures of a live terminal. */
const REDRAW_MS = 100;
const LIVE_HEIGHT = 12;

/**
 * Shows a scan's progress: on a terminal live lines, in Actions a group with one line for each finished account and
 * Region, elsewhere nothing.
 */
export const showProgress = ({
  terminal,
  actions,
  clock,
  settings,
  work,
}: CommandContext): ((event: ProgressEvent) => void) => {
  let progress: Progress = NO_PROGRESS;
  let [drawn, drawnAt] = [0, 0];
  const draw = (lines: readonly string[]): void => {
    terminal.write(redrawn(drawn, lines));
    drawn = lines.length;
    drawnAt = clock.now();
  };
  const onTerminal = (event: ProgressEvent): void => {
    if (event.type === 'ended') draw([]);
    else if (clock.now() - drawnAt >= REDRAW_MS) {
      draw(liveLines(progress, { colour: terminal.colour, width: terminal.width, height: LIVE_HEIGHT }));
    }
  };
  const inLog = (before: Progress, event: ProgressEvent): void => {
    for (const item of logItems(before, event)) terminal.log(item);
  };
  const live = terminal.live && settings.output === 'text';
  if (!actions && !live) return () => undefined;
  return (event) => {
    // Its own lines stand in the place of the run's.
    if (!actions && event.type === 'planned') work?.({ type: 'ended' });
    const before = progress;
    progress = progressed(progress, event);
    if (actions) inLog(before, event);
    else onTerminal(event);
  };
};
