import type { Recorded } from '@/domain/shared/stream';
import type { Sealing } from '../event-store/sealing';

/** Tells which events hold text of persons who were forgotten; asks for each person once. */
export class ForgottenPersons {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly sealing: Pick<Sealing, 'forgotten'>) {}

  /** How many of these hold text that was sealed for someone who was forgotten here. */
  async countIn(events: readonly Recorded[]): Promise<number> {
    const persons = events.map(({ data }) => personsIn(data));
    const unknown = persons.flat().filter((person) => !this.known.has(person));
    if (unknown.length > 0) {
      const forgotten = await this.sealing.forgotten([...new Set(unknown)]);
      for (const person of unknown) this.known.set(person, forgotten.has(person));
    }
    return persons.filter((its) => its.some((person) => this.known.get(person))).length;
  }
}

/** Everyone for whom something in this data is sealed, wherever in it. */
const personsIn = (data: unknown): readonly string[] => {
  if (typeof data !== 'object' || data === null) return [];
  const { key, box } = data as { readonly key?: unknown; readonly box?: unknown };
  if (typeof key === 'string' && typeof box === 'string') return [key];
  return Object.values(data).flatMap(personsIn);
};
