import { redirect } from 'next/navigation';

/** The rooms are where everything begins. */
export default function HomePage() {
  redirect('/rooms');
}
