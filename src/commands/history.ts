import type { Registration } from '../model/registration.ts';
import { type HadTogether, trustedMarks } from '../registry/ownership.ts';

/** What is known of files and paths that the catalogue had before: on a command line, a person vouches for the marks. */
export const historyOf = (registrations: readonly Registration[]): HadTogether => trustedMarks(registrations);
