import { lineField, textField } from '@/app/_shared/form-schemas';
import { longestNote, longestTitle } from './text-limits';

/** The title, one line, never empty. */
export const titleField = lineField('it a title', longestTitle);

/** The note, possibly empty. */
export const noteField = textField(longestNote);
