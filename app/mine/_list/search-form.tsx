import { Search } from 'lucide-react';

/** Finds reservations by the words of their titles and notes; works without scripts. */
export const SearchForm = ({ asked = '' }: { asked?: string }) => (
  <search>
    <form action="/mine/search" className="flex gap-2">
      <label className="min-w-0 flex-1">
        <span className="sr-only">Words of the title or note</span>
        <input
          type="search"
          name="q"
          required
          maxLength={200}
          autoComplete="off"
          placeholder="Title or note"
          className="field"
          key={asked}
          defaultValue={asked}
        />
      </label>
      <button type="submit" className="button">
        <Search aria-hidden size={16} strokeWidth={1.75} />
        Search
      </button>
    </form>
  </search>
);
